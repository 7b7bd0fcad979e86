package io.weir.drift;

import io.weir.drift.distance.CategoricalDistribution;
import io.weir.drift.distance.Categories;
import io.weir.drift.distance.Cells;
import io.weir.drift.uncertainty.ProportionDifference;
import java.util.List;
import java.util.Objects;

/** Measures one column of categories. */
final class CategoricalMeasurer {
    private static final int NAMED = 3;
    /** Below it more of the distribution is unknown than known, and how far two of its samples are apart says nothing. */
    private static final double LEAST_COVERAGE = 0.5;

    private final DriftCheck check;
    private final long seed;

    CategoricalMeasurer(DriftCheck check, long seed) {
        this.check = check;
        this.seed = seed;
    }

    Measured measure(CategoricalDistribution reference, CategoricalDistribution current) {
        return check.measure() == DriftMeasure.UNSEEN ? unseen(reference, current) : binned(reference, current);
    }

    private static Measured unseen(CategoricalDistribution reference, CategoricalDistribution current) {
        long rows = Categories.unseenRows(reference, current);
        long once = Categories.onceSeenRows(reference);
        double n = reference.count();
        double m = current.count();
        double value = Math.max(0, rows / m - once / n);
        List<String> names = Categories.unseen(reference, current, NAMED);
        String detail = rows == 0
                ? "no unseen category"
                : Words.percent(rows / m) + " of the rows have an unseen category (" + Words.quoted(names)
                        + "), of a reference like this one " + Words.percent(once / n) + " are expected to";
        return new Measured(value, ProportionDifference.increase(once, n, rows, m), detail, n, m);
    }

    private Measured binned(CategoricalDistribution reference, CategoricalDistribution current) {
        Cells cells = Categories.cells(reference, current);
        double countError =
                reference.countError() / (double) reference.count() + current.countError() / (double) current.count();
        var distance = Objects.requireNonNull(check.measure().cellDistance());
        return new CellMeasurer(check, distance, seed).measure(cells, cells, countError);
    }
}
