package io.weir.schema.expectations;

import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Gravity;
import io.weir.schema.Statistic;
import java.util.List;

/** Cramér's φ of two columns with few values each. */
final class CramersPhi {
    /** The threshold there if none is given. */
    private static final double DEFAULT_THRESHOLD = 0.1;

    private CramersPhi() {}

    static Check check(Expectation expectation) {
        for (String bins : List.of("bins_A", "bins_B", "n_bins_A", "n_bins_B")) {
            if (expectation.has(bins)) {
                throw new UntranslatableException("values are not put into bins, as its " + bins + " asks");
            }
        }
        List<String> columns = List.of(expectation.text("column_A"), expectation.text("column_B"));
        double threshold = expectation.number("threshold", 0, 1, DEFAULT_THRESHOLD);
        return new Check.OfColumn(
                Statistic.CRAMERS_PHI.id() + " " + String.join(", ", columns),
                Statistic.CRAMERS_PHI,
                0,
                columns,
                Bounds.between(null, threshold),
                Gravity.ERROR);
    }
}
