package io.weir.validation;

import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Statistic;
import io.weir.schema.ValueType;
import io.weir.table.Batch;
import io.weir.table.Cells;
import io.weir.value.Values;
import org.jspecify.annotations.Nullable;

/** The least or the greatest value of a column: numbers, instants or texts. */
final class ExtremeProbe implements Probe {
    private final Check.OfColumn check;
    private final ValueType type;
    private final Bounds bounds;
    private final boolean least;
    private final boolean masked;
    private @Nullable Object extreme;
    private long considered;

    ExtremeProbe(Check.OfColumn check, ValueType type, boolean masked) {
        this.check = check;
        Bounds times = type == ValueType.TEXT ? null : check.bounds().asTimes();
        this.type = times == null ? type : ValueType.TIMESTAMP;
        this.bounds = times == null ? check.bounds() : times;
        this.least = check.statistic() == Statistic.MIN;
        this.masked = masked;
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        Cells cells = batch.column(places[0]);
        for (int row = 0; row < batch.rows(); row++) {
            Object value = CellValues.of(cells, row, type);
            if (value != null) {
                considered++;
                take(value);
            }
        }
    }

    /** Where two have nothing in common, as a text among numbers, both are compared as texts. */
    private void take(Object value) {
        Object known = extreme;
        if (known == null) {
            extreme = value;
            return;
        }
        Integer compared = Values.compare(value, known);
        int order = compared == null ? value.toString().compareTo(known.toString()) : compared;
        if (least ? order < 0 : order > 0) {
            extreme = value;
        }
    }

    @Override
    public void merge(Probe other) {
        ExtremeProbe probe = (ExtremeProbe) other;
        considered += probe.considered;
        if (probe.extreme != null) {
            take(probe.extreme);
        }
    }

    @Override
    public CheckResult result(FailureLog failures) {
        Object value = extreme;
        if (value == null) {
            return CheckResult.ofWhole(
                    check,
                    Verdict.UNDECIDED,
                    0,
                    null,
                    "the column '" + check.columns().getFirst() + "' has no values");
        }
        boolean inside = bounds.contains(value);
        String shown = masked ? "(masked)" : value.toString();
        return CheckResult.ofWhole(
                check,
                inside ? Verdict.PASSED : Verdict.FAILED,
                considered,
                shown,
                check.statistic().id() + " is " + shown + ", " + (inside ? "in " : "not in ") + check.bounds());
    }
}
