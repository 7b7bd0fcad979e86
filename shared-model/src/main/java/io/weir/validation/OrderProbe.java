package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.ValueType;
import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.value.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Each value against the one before. Within a batch that is seen at once; across batches, which different threads look at, the
 * first and last value of each are kept and compared at the end.
 */
final class OrderProbe implements Probe {
    private final Check.Ordered check;
    private final ValueType type;
    private final Shares shares;
    private final List<Edges> edges = new ArrayList<>();

    OrderProbe(Check.Ordered check, ValueType type, boolean masked) {
        this.check = check;
        this.type = type;
        this.shares = new Shares(check.name(), masked);
    }

    private record Edges(String file, long firstRow, Object first, long rowOfFirst, Object last) {}

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        Cells cells = batch.column(places[0]);
        Object first = null;
        Object last = null;
        long rowOfFirst = 0;
        for (int row = 0; row < batch.rows(); row++) {
            Object value = CellValues.of(cells, row, type);
            if (value == null) {
                continue;
            }
            shares.consider(1);
            if (last == null) {
                first = value;
                rowOfFirst = batch.firstRow() + row;
            } else if (!inOrder(last, value)) {
                shares.fail(batch, row, check.column(), cells, failures);
            }
            last = value;
        }
        if (first != null && last != null) {
            edges.add(new Edges(batch.file(), batch.firstRow(), first, rowOfFirst, last));
        }
    }

    private boolean inOrder(Object before, Object after) {
        Integer order = Values.compare(before, after);
        if (order == null) {
            return false;
        }
        int rising = check.falling() ? -order : order;
        return check.strictly() ? rising < 0 : rising <= 0;
    }

    @Override
    public void merge(Probe other) {
        OrderProbe probe = (OrderProbe) other;
        shares.merge(probe.shares);
        edges.addAll(probe.edges);
    }

    @Override
    public CheckResult result(FailureLog failures) throws IOException {
        edges.sort(Comparator.comparing(Edges::file).thenComparingLong(Edges::firstRow));
        Edges before = null;
        for (Edges edge : edges) {
            if (before != null && !inOrder(before.last(), edge.first())) {
                failures.late();
                shares.fail(
                        edge.file(),
                        edge.rowOfFirst(),
                        check.column(),
                        edge.first().toString(),
                        failures);
            }
            before = edge;
        }
        String way = (check.strictly() ? "strictly " : "") + (check.falling() ? "decreasing" : "increasing");
        return CheckResult.ofShare(
                check, way, check.mostly(), shares.considered(), shares.failing(), shares.examples());
    }
}
