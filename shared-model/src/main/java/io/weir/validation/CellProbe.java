package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Condition;
import io.weir.schema.ValueType;
import io.weir.table.Batch;
import io.weir.table.Cells;

/** A condition on each value of a column. */
final class CellProbe implements Probe {
    private final Check.OfCells check;
    private final CellTest test;
    private final boolean aboutPresence;
    private final Shares shares;

    CellProbe(Check.OfCells check, ValueType type, boolean masked) {
        this.check = check;
        this.test = CellTests.of(check.condition(), type);
        this.aboutPresence =
                check.condition() instanceof Condition.Present || check.condition() instanceof Condition.Absent;
        this.shares = new Shares(check.name(), masked);
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        Cells cells = batch.column(places[0]);
        int considered = 0;
        for (int row = 0; row < batch.rows(); row++) {
            if (!aboutPresence && cells.isMissing(row)) {
                continue;
            }
            considered++;
            if (!test.holds(cells, row)) {
                shares.fail(batch, row, check.column(), cells, failures);
            }
        }
        shares.consider(considered);
    }

    @Override
    public void merge(Probe other) {
        shares.merge(((CellProbe) other).shares);
    }

    @Override
    public CheckResult result(FailureLog failures) {
        return CheckResult.ofShare(
                check,
                check.condition().expected(),
                check.mostly(),
                shares.considered(),
                shares.failing(),
                shares.examples());
    }
}
