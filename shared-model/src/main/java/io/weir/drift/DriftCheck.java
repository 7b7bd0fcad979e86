package io.weir.drift;

import io.weir.drift.distance.BinRule;
import io.weir.drift.distance.ZeroRule;

/**
 * One measure with its limit and, where it needs them, its rules for bins and empty cells.
 *
 * @param measure what is measured
 * @param limit above which a column has drifted
 * @param bins how numbers are cut into cells
 * @param zeros what the logarithm of an empty cell is taken of
 */
public record DriftCheck(DriftMeasure measure, double limit, BinRule bins, ZeroRule zeros) {
    /** @throws IllegalArgumentException if the limit is negative or can't be exceeded */
    public DriftCheck {
        if (!(limit >= 0 && limit < measure.greatest())) {
            throw new IllegalArgumentException("limit of " + measure.id() + " is " + limit
                    + ", must be at least 0 and less than " + measure.greatest() + ", the greatest value it can have");
        }
    }

    /** The measure with its default limit, deciles of the reference, and half a row for empty cells. */
    public static DriftCheck of(DriftMeasure measure) {
        return of(measure, measure.defaultLimit());
    }

    /** The measure with a limit, deciles of the reference, and half a row for empty cells. */
    public static DriftCheck of(DriftMeasure measure, double limit) {
        return new DriftCheck(measure, limit, BinRule.REFERENCE_DECILES, ZeroRule.HALF_ROW);
    }

    /** The same with another rule for bins. */
    public DriftCheck withBins(BinRule other) {
        return new DriftCheck(measure, limit, other, zeros);
    }

    /** The same with another rule for empty cells. */
    public DriftCheck withZeros(ZeroRule other) {
        return new DriftCheck(measure, limit, bins, other);
    }

    /** The exact variant in words: "psi, bins reference_deciles, zeros half_row". */
    public String variant(boolean numericColumn) {
        var distance = measure.cellDistance();
        if (distance == null) {
            return measure.id();
        }
        return measure.id()
                + (numericColumn ? ", bins " + bins.id() : "")
                + (distance.needsZeroRule() ? ", zeros " + zeros.id() : "");
    }
}
