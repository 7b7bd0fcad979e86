package io.weir.drift.distance;

import java.util.Arrays;

/**
 * Distances between two cumulative distributions, without bins. Exact where both distributions are; one pass over the
 * breakpoints of both.
 */
public final class CumulativeDistances {
    /** Least divisor of {@link #wassersteinPerSigma}, which is Evidently's: a constant reference has no scale. */
    public static final double LEAST_SIGMA = 0.001;

    private CumulativeDistances() {}

    /**
     * Kolmogorov-Smirnov statistic: greatest difference of the two cumulative shares, in [0, 1].
     *
     * @return NaN if a side has no value
     */
    public static double kolmogorovSmirnov(NumericDistribution a, NumericDistribution b) {
        if (a.count() == 0 || b.count() == 0) {
            return Double.NaN;
        }
        Steps steps = new Steps(a, b);
        double greatest = 0;
        for (int i = 0; i < steps.places.length; i++) {
            greatest = Math.max(greatest, Math.max(Math.abs(steps.at(i)), Math.abs(steps.before(i))));
        }
        return greatest;
    }

    /**
     * First Wasserstein distance (earth mover's) in the values' unit: the area between the two cumulative shares.
     *
     * @return NaN if a side has no value, infinite if infinite values differ in share
     */
    public static double wasserstein(NumericDistribution a, NumericDistribution b) {
        if (a.count() == 0 || b.count() == 0) {
            return Double.NaN;
        }
        Steps steps = new Steps(a, b);
        double area = 0;
        for (int i = 1; i < steps.places.length; i++) {
            double left = steps.at(i - 1);
            double right = steps.before(i);
            if (left != 0 || right != 0) {
                area += (steps.places[i] - steps.places[i - 1]) * meanHeight(left, right);
            }
        }
        return area;
    }

    /**
     * Wasserstein distance divided by the reference's standard deviation, at least {@link #LEAST_SIGMA}: Evidently's "normed".
     */
    public static double wassersteinPerSigma(NumericDistribution reference, NumericDistribution current) {
        return wasserstein(reference, current) / Math.max(reference.standardDeviation(), LEAST_SIGMA);
    }

    /** Difference of the means, current less reference, in standard deviations of the reference. */
    public static double meanShift(NumericDistribution reference, NumericDistribution current) {
        double difference = current.mean() - reference.mean();
        return difference == 0 ? 0 : difference / reference.standardDeviation();
    }

    /**
     * By how much the mean of the shares is off the true one, which a sketch is told apart from them: where a tail is long, the
     * few values that a sketch keeps of it stand for many. At least that much can a Wasserstein distance be wrong.
     *
     * @return 0 if all values are known; NaN if the side has no finite mean
     */
    public static double meanError(NumericDistribution side) {
        if (side.rankError() == 0) {
            return 0;
        }
        double[] places = side.breakpoints();
        double[] atMost = new double[places.length];
        side.cumulate(places, atMost, new double[places.length]);
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += places[i] * (atMost[i] - (i == 0 ? 0 : atMost[i - 1]));
        }
        return Math.abs(sum - side.mean());
    }

    /** Both ascending arrays' values, ascending and distinct. */
    static double[] merged(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all); // Two ascending runs: merged in one pass.
        int kept = 0;
        for (int i = 0; i < all.length; i++) {
            if (kept == 0 || all[i] != all[kept - 1]) {
                all[kept++] = all[i];
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** Mean of a linear function's absolute value over an interval, from its values at the ends. */
    private static double meanHeight(double left, double right) {
        if (left * right >= 0) {
            return Math.abs(left + right) / 2;
        }
        return (left * left + right * right) / (2 * (Math.abs(left) + Math.abs(right)));
    }

    /** The difference of both cumulative shares at and just before each breakpoint. */
    private static final class Steps {
        private final double[] places;
        private final double[][] a;
        private final double[][] b;

        Steps(NumericDistribution first, NumericDistribution second) {
            places = merged(first.breakpoints(), second.breakpoints());
            a = cumulated(first);
            b = cumulated(second);
        }

        double at(int i) {
            return a[0][i] - b[0][i];
        }

        double before(int i) {
            return a[1][i] - b[1][i];
        }

        private double[][] cumulated(NumericDistribution side) {
            double[][] shares = new double[2][places.length];
            side.cumulate(places, shares[0], shares[1]);
            return shares;
        }
    }
}
