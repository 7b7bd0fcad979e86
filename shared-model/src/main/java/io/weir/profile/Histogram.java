package io.weir.profile;

import io.weir.sketch.KllSketch;
import java.util.Arrays;

/**
 * How numbers are distributed, from their quantile sketch: each share is within twice the sketch's rank error.
 *
 * @param edges one more than shares, ascending; a share is of the values above its lower edge up to its upper one, the first
 *     one with its lower edge
 * @param shares of the finite values, adding up to 1
 */
public record Histogram(double[] edges, double[] shares) {
    /** Bars of a picture. */
    public static final int BINS = 20;

    private static final Histogram NONE = new Histogram(new double[0], new double[0]);

    /** Bins of equal width between the smallest and the largest finite value; none if there is no value. */
    public static Histogram equalWidth(NumberSummary numbers) {
        double min = numbers.moments().min();
        double max = numbers.moments().max();
        if (numbers.moments().count() == 0) {
            return NONE;
        }
        int bins = min == max ? 1 : BINS;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            // Weighed ends, because their difference can be infinite.
            edges[i] = min * ((double) (bins - i) / bins) + max * ((double) i / bins);
        }
        edges[bins] = max;
        return of(numbers.quantiles(), edges);
    }

    /** Bins of about equal count, between quantiles; equal edges are drawn together. */
    public static Histogram equalCount(NumberSummary numbers) {
        if (numbers.moments().count() == 0) {
            return NONE;
        }
        double[] edges = new double[BINS + 1];
        int used = 0;
        for (int i = 0; i <= BINS; i++) {
            double edge = Math.clamp(
                    numbers.quantiles().quantile((double) i / BINS),
                    numbers.moments().min(),
                    numbers.moments().max());
            if (used == 0 || edge > edges[used - 1]) {
                edges[used++] = edge;
            }
        }
        if (used == 1) {
            edges[used++] = edges[0];
        }
        return of(numbers.quantiles(), Arrays.copyOf(edges, used));
    }

    /** Shares between given edges, ascending; what lies outside is not counted. */
    public static Histogram of(KllSketch sketch, double[] edges) {
        double[] shares = new double[edges.length - 1];
        double below = sketch.rank(Math.nextDown(edges[0]));
        double start = below;
        for (int i = 0; i < shares.length; i++) {
            double rank = sketch.rank(edges[i + 1]);
            shares[i] = Math.max(0, rank - below);
            below = rank;
        }
        double all = below - start;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = all > 0 ? shares[i] / all : 0;
        }
        return new Histogram(edges, shares);
    }
}
