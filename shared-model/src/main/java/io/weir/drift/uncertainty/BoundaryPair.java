package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import java.util.function.ToDoubleFunction;

/**
 * Two distributions that are a given distance apart and otherwise like what was seen: on the line from a common average
 * towards each side, and beyond if the sides are closer than that.
 */
final class BoundaryPair {
    private static final int STEPS = 40;
    private static final double FARTHEST = 1e6;

    private final Cells cells;
    private final double[] average;
    private final double[] towardsReference;
    private final double[] towardsCurrent;

    private BoundaryPair(Cells cells, double[] average, double[] towardsReference, double[] towardsCurrent) {
        this.cells = cells;
        this.average = average;
        this.towardsReference = towardsReference;
        this.towardsCurrent = towardsCurrent;
    }

    /**
     * Finds them. Where the line ends too soon, as it does when both sides are equal, mass moves to the last cell instead. If
     * the limit can't be reached at all, the result is as far apart as the cells allow.
     *
     * @param cells what was seen
     * @param average of both, as it may be in truth
     */
    static Cells find(Cells cells, double[] average, ToDoubleFunction<Cells> distance, double limit) {
        BoundaryPair line = seen(cells, average);
        double farthest = line.farthest(distance, limit);
        if (farthest > FARTHEST) {
            line = toLastCell(cells, average);
            farthest = Math.min(FARTHEST, line.farthest(distance, limit));
        }
        return line.at(line.factor(distance, limit, farthest));
    }

    private static BoundaryPair seen(Cells cells, double[] average) {
        double[] p = cells.reference();
        double[] q = cells.current();
        double n = cells.referenceCount();
        double m = cells.currentCount();
        for (int i = 0; i < p.length; i++) {
            double middle = (n * p[i] + m * q[i]) / (n + m);
            p[i] -= middle;
            q[i] -= middle;
        }
        return new BoundaryPair(cells, average, p, q);
    }

    private static BoundaryPair toLastCell(Cells cells, double[] average) {
        double[] moved = new double[average.length];
        for (int i = 0; i < average.length; i++) {
            moved[i] = -average[i] / 100;
        }
        moved[moved.length - 1] += 0.01;
        return new BoundaryPair(cells, average, new double[average.length], moved);
    }

    /** A factor at which the sides are at least {@code limit} apart; more than {@link #FARTHEST} if none was found. */
    private double farthest(ToDoubleFunction<Cells> distance, double limit) {
        double factor = 1;
        while (factor <= FARTHEST && distance.applyAsDouble(at(factor)) < limit) {
            factor *= 2;
        }
        return factor;
    }

    private double factor(ToDoubleFunction<Cells> distance, double limit, double farthest) {
        double low = 0;
        double high = farthest;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (distance.applyAsDouble(at(middle)) < limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private Cells at(double factor) {
        return cells.with(moved(towardsReference, factor), moved(towardsCurrent, factor));
    }

    private double[] moved(double[] direction, double factor) {
        double[] shares = new double[average.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.max(0, average[i] + factor * direction[i]);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
