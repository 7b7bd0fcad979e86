package io.weir.validation;

import io.weir.schema.Check;
import io.weir.schema.Statistic;
import io.weir.table.Batch;

/** How many different values a column has, and what share of all they are. */
final class DistinctProbe implements Probe {
    private final Check.OfColumn check;
    private final ValueCounts counts = new ValueCounts();

    DistinctProbe(Check.OfColumn check) {
        this.check = check;
    }

    @Override
    public void look(Batch batch, int[] places, FailureLog failures) {
        counts.add(batch, places[0]);
    }

    @Override
    public void merge(Probe other) {
        counts.merge(((DistinctProbe) other).counts);
    }

    @Override
    public CheckResult result(FailureLog failures) {
        boolean share = check.statistic() == Statistic.DISTINCT_SHARE;
        if (share && counts.total() == 0) {
            return CheckResult.ofWhole(
                    check,
                    Verdict.UNDECIDED,
                    0,
                    null,
                    "the column '" + check.columns().getFirst() + "' has no values");
        }
        double value = share ? Math.min(1, counts.distinct() / counts.total()) : counts.distinct();
        boolean inside = check.bounds().contains(counts.exact() || share ? value : Math.rint(value));
        String shown = Sentences.number(counts.exact() || share ? value : Math.rint(value));
        return CheckResult.ofWhole(
                check,
                inside ? Verdict.PASSED : Verdict.FAILED,
                counts.total(),
                shown,
                check.statistic().id() + " is " + shown + (counts.exact() ? "" : " (within 2 %)") + ", "
                        + (inside ? "in " : "not in ") + check.bounds());
    }
}
