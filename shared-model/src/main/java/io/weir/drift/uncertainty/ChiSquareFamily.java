package io.weir.drift.uncertainty;

import io.weir.drift.distance.CellDistance;
import io.weir.drift.distance.Cells;

/**
 * Divergences over well-filled cells: with an effective size of n m / (n + m) rows, a divergence times a known factor is
 * about noncentral χ², with one degree of freedom less than there are cells and the true divergence as noncentrality. That
 * holds the upward bias as well as the scatter. It is the second-order approximation: good while cells hold at least about
 * ten rows and the true distance is moderate, which is where limits lie.
 *
 * <p>Source: N. Cressie and T. Read, Multinomial goodness-of-fit tests, JRSS B 46 (1984); for PSI B. Yurdakul, Statistical
 * properties of the population stability index (2018).
 */
public final class ChiSquareFamily implements Uncertainty {
    /** Twice Cochran's rule (1954) for χ²: with 5 rows a cell, 10 % instead of 5 % of "stable" were wrong at the limit. */
    private static final double LEAST_EXPECTED = 10;
    /** Where empty cells are filled, what is filled in must weigh little. */
    private static final double LEAST_FOR_LOGARITHMS = 25;

    private final CellDistance distance;
    private final double factor;
    private final double statistic;
    private final double degrees;
    private final double halfRow;

    /**
     * Uncertainty of a measured distance.
     *
     * @param distance of the family: {@link CellDistance#chiSquareScale()} is a number
     * @param measured its value
     * @param cells what it was measured on
     */
    public ChiSquareFamily(CellDistance distance, double measured, Cells cells) {
        this.distance = distance;
        double n = cells.referenceCount();
        double m = cells.currentCount();
        factor = distance.chiSquareScale() * n * m / (n + m);
        statistic = factor * distance.toDivergence(measured);
        degrees = Math.max(1, cells.size() - 1.0);
        halfRow = 0.5 / Math.sqrt(Math.max(1, leastExpected(cells)));
    }

    /** Whether each cell is expected to hold so many rows on the smaller side that the approximation serves. */
    public static boolean serves(CellDistance distance, Cells cells) {
        if (Double.isNaN(distance.chiSquareScale()) || cells.size() < 2) {
            return false;
        }
        return leastExpected(cells) >= (distance.needsZeroRule() ? LEAST_FOR_LOGARITHMS : LEAST_EXPECTED);
    }

    /** Rows that the smaller side has in the smallest cell, if both sides are alike. */
    private static double leastExpected(Cells cells) {
        double n = cells.referenceCount();
        double m = cells.currentCount();
        double[] p = cells.reference();
        double[] q = cells.current();
        double least = 1;
        for (int i = 0; i < p.length; i++) {
            least = Math.min(least, (n * p[i] + m * q[i]) / (n + m));
        }
        return least * Math.min(n, m);
    }

    @Override
    public double exceedance(double limit) {
        return NoncentralChiSquare.survival(statistic, degrees, factor * distance.toDivergence(limit));
    }

    /** With half a row more than was seen: counts that agree by chance are no proof of a distance of 0. */
    @Override
    public double shortfall(double limit) {
        if (limit <= 0) {
            return 1;
        }
        double root = Math.sqrt(statistic) + halfRow;
        return NoncentralChiSquare.cumulative(root * root, degrees, factor * distance.toDivergence(limit));
    }

    @Override
    public String method() {
        return "noncentral χ²";
    }
}
