package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import java.util.function.ToDoubleFunction;

/** Finds two distributions that are a given distance apart and otherwise like what was seen. */
final class BoundaryPair {
    private static final int STEPS = 40;
    private static final double FARTHEST = 1e6;

    private BoundaryPair() {}

    /**
     * Moves both sides along the line through their average: together if they are farther apart than {@code limit}, apart if
     * they are closer. Where that line ends too soon, as it does when both sides are equal, mass moves to the last cell. If
     * the limit can't be reached at all, the result is as far apart as the cells allow.
     */
    static Cells find(Cells cells, ToDoubleFunction<Cells> distance, double limit) {
        double farthest = farthest(cells, distance, limit);
        if (farthest <= FARTHEST) {
            return between(cells, distance, limit, farthest);
        }
        Cells tilted = tilted(cells);
        return between(tilted, distance, limit, Math.min(FARTHEST, farthest(tilted, distance, limit)));
    }

    /** A factor at which the sides are at least {@code limit} apart; more than {@link #FARTHEST} if none was found. */
    private static double farthest(Cells cells, ToDoubleFunction<Cells> distance, double limit) {
        double factor = 1;
        while (factor <= FARTHEST && distance.applyAsDouble(stretched(cells, factor)) < limit) {
            factor *= 2;
        }
        return factor;
    }

    private static Cells between(Cells cells, ToDoubleFunction<Cells> distance, double limit, double farthest) {
        double low = 0;
        double high = farthest;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (distance.applyAsDouble(stretched(cells, middle)) < limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return stretched(cells, high);
    }

    private static Cells stretched(Cells cells, double factor) {
        double[] p = cells.reference();
        double[] q = cells.current();
        double n = cells.referenceCount();
        double m = cells.currentCount();
        for (int i = 0; i < p.length; i++) {
            double average = (n * p[i] + m * q[i]) / (n + m);
            p[i] = Math.max(0, average + factor * (p[i] - average));
            q[i] = Math.max(0, average + factor * (q[i] - average));
        }
        return cells.with(normalised(p), normalised(q));
    }

    /** The current side with a hundredth of each other cell moved to the last one. */
    private static Cells tilted(Cells cells) {
        double[] q = cells.current();
        int last = q.length - 1;
        for (int i = 0; i < last; i++) {
            q[last] += q[i] / 100;
            q[i] -= q[i] / 100;
        }
        return cells.with(cells.reference(), q);
    }

    private static double[] normalised(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
