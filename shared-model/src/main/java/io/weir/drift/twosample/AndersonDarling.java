package io.weir.drift.twosample;

import java.util.Arrays;

/**
 * Anderson-Darling test of two samples: like Kolmogorov-Smirnov, with more weight on the tails. Midrank version, so ties are
 * allowed; the p-value is interpolated between published critical values and therefore ends at 0.001 and 0.25.
 *
 * <p>Source: F. W. Scholz and M. A. Stephens, K-sample Anderson-Darling tests, JASA 82 (1987), equations 4 and 7, table 2.
 */
public final class AndersonDarling {
    /** Levels of the table's columns; the last two were added by SciPy's authors from simulation. */
    private static final double[] LEVELS = {0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001};
    // Rows of table 2 for one degree of freedom: b0 + b1 + b2.
    private static final double[] B0 = {0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085};
    private static final double[] B1 = {-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615};
    private static final double[] B2 = {-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154};

    private AndersonDarling() {}

    /**
     * The test.
     *
     * @throws IllegalArgumentException if a sample is empty or all values are the same
     */
    public static TestResult test(double[] reference, double[] current) {
        double[] all = Arrays.copyOf(reference, reference.length + current.length);
        System.arraycopy(current, 0, all, reference.length, current.length);
        Arrays.sort(all);
        if (reference.length == 0 || current.length == 0 || all[0] == all[all.length - 1]) {
            throw new IllegalArgumentException("samples of " + reference.length + " and " + current.length
                    + " values: both need values, and two different ones at least");
        }
        double squared = statistic(all, sorted(reference)) + statistic(all, sorted(current));
        squared *= (all.length - 1.0) / all.length;
        double normalised = (squared - 1) / deviation(all.length, reference.length, current.length);
        return new TestResult("Anderson-Darling, midranks", normalised, Double.NaN, pValue(normalised));
    }

    private static double statistic(double[] all, double[] sample) {
        double size = all.length;
        double sum = 0;
        for (int i = 0; i < all.length; ) {
            int end = i;
            while (end < all.length && all[end] == all[i]) {
                end++;
            }
            int ties = end - i;
            double middle = i + ties / 2.0;
            int below = lowerBound(sample, all[i]);
            int equal = lowerBound(sample, Math.nextUp(all[i])) - below;
            double off = size * (below + equal / 2.0) - sample.length * middle;
            sum += ties / size * off * off / (middle * (size - middle) - size * ties / 4.0);
            i = end;
        }
        return sum / sample.length;
    }

    private static double deviation(int size, int first, int second) {
        double sizes = 1.0 / first + 1.0 / second;
        double harmonic = 0;
        double nested = 0;
        double tail = 0;
        for (int i = 1; i < size; i++) {
            harmonic += 1.0 / i;
        }
        for (int i = 1; i <= size - 2; i++) {
            // Sum over j > i of 1 / ((N - i) j).
            tail += 1.0 / i;
            nested += (harmonic - tail) / (size - i);
        }
        double a = (4 * nested - 6) + (10 - 6 * nested) * sizes;
        double b = (2 * nested - 4) * 4
                + 8 * harmonic * 2
                + (2 * nested - 14 * harmonic - 4) * sizes
                - 8 * harmonic
                + 4 * nested
                - 6;
        double c = (6 * harmonic + 2 * nested - 2) * 4
                + (4 * harmonic - 4 * nested + 6) * 2
                + (2 * harmonic - 6) * sizes
                + 4 * harmonic;
        double d = (2 * harmonic + 6) * 4 - 4 * harmonic * 2;
        double n = size;
        return Math.sqrt((a * n * n * n + b * n * n + c * n + d) / ((n - 1) * (n - 2) * (n - 3)));
    }

    /** A parabola through the logarithm of the levels at their critical values, by least squares. */
    private static double pValue(double normalised) {
        double[] critical = new double[LEVELS.length];
        double[][] powers = new double[3][4];
        for (int i = 0; i < LEVELS.length; i++) {
            critical[i] = B0[i] + B1[i] + B2[i];
            double[] row = {1, critical[i], critical[i] * critical[i]};
            for (int r = 0; r < 3; r++) {
                for (int c = 0; c < 3; c++) {
                    powers[r][c] += row[r] * row[c];
                }
                powers[r][3] += row[r] * Math.log(LEVELS[i]);
            }
        }
        if (normalised < critical[0]) {
            return LEVELS[0];
        }
        if (normalised > critical[critical.length - 1]) {
            return LEVELS[LEVELS.length - 1];
        }
        double[] fit = LinearSystem.solve(powers);
        return Math.exp(fit[0] + normalised * (fit[1] + normalised * fit[2]));
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
