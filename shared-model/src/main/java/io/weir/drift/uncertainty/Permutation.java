package io.weir.drift.uncertainty;

import io.weir.drift.distance.Cells;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Distances of the rows of both sides dealt anew to two sides of the same sizes: what chance makes of equal distributions,
 * exactly, however rare the categories are.
 */
final class Permutation {
    /** Up to so many rows a category is dealt row by row; above, by the normal approximation. */
    private static final long FEW = 50;

    private final Cells cells;
    private final long[] rows;
    private final long n;
    private final long m;
    private final SplittableRandom random;

    Permutation(Cells cells, long seed) {
        this.cells = cells;
        random = new SplittableRandom(seed);
        double[] p = cells.reference();
        double[] q = cells.current();
        rows = new long[p.length];
        long dealt = 0;
        long first = 0;
        for (int i = 0; i < rows.length; i++) {
            long ofReference = Math.round(p[i] * cells.referenceCount());
            first += ofReference;
            rows[i] = ofReference + Math.round(q[i] * cells.currentCount());
            dealt += rows[i];
        }
        n = first;
        m = dealt - first;
    }

    /** So many distances. */
    double[] distances(ToDoubleFunction<Cells> distance, int replicates) {
        double[] distances = new double[replicates];
        for (int i = 0; i < replicates; i++) {
            distances[i] = distance.applyAsDouble(deal());
        }
        return distances;
    }

    private Cells deal() {
        double[] p = new double[rows.length];
        double[] q = new double[rows.length];
        long places = n;
        long left = n + m;
        for (int i = 0; i < rows.length; i++) {
            long first = deal(rows[i], places, left);
            p[i] = first / (double) n;
            q[i] = (rows[i] - first) / (double) m;
            places -= first;
            left -= rows[i];
        }
        return cells.with(p, q);
    }

    /** How many of these rows get one of the places, of which there are fewer than rows left. */
    private long deal(long ofCategory, long places, long left) {
        if (ofCategory > FEW) {
            double share = places / (double) left;
            double variance = ofCategory * share * (1 - share) * (left - ofCategory) / Math.max(1, left - 1);
            long drawn = Math.round(ofCategory * share + Math.sqrt(variance) * random.nextGaussian());
            return Math.max(ofCategory - (left - places), Math.max(0, Math.min(drawn, Math.min(ofCategory, places))));
        }
        long dealt = 0;
        for (long i = 0; i < ofCategory; i++) {
            dealt += random.nextDouble() * (left - i) < places - dealt ? 1 : 0;
        }
        return dealt;
    }
}
