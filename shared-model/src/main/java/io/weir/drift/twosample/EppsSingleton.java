package io.weir.drift.twosample;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Epps-Singleton test of two samples: compares their empirical characteristic functions at 0.4 and 0.8 of the inverse
 * half-interquartile range, so it needs no continuous distribution. Asymptotic χ² with four degrees of freedom, with the
 * authors' small-sample factor below 25 rows.
 *
 * <p>Source: T. W. Epps and K. J. Singleton, An omnibus test for the two-sample problem using the empirical characteristic
 * function, J. Stat. Comput. Simul. 26 (1986).
 */
public final class EppsSingleton {
    private static final double[] PLACES = {0.4, 0.8};
    private static final int LEAST_ROWS = 5;
    private static final int SMALL = 25;

    private EppsSingleton() {}

    /**
     * The test.
     *
     * @throws IllegalArgumentException if a sample has fewer than 5 values, or the values have no spread to scale by
     */
    public static TestResult test(double[] reference, double[] current) {
        int n = reference.length;
        int m = current.length;
        if (n < LEAST_ROWS || m < LEAST_ROWS) {
            throw new IllegalArgumentException(
                    "samples of " + n + " and " + m + " values, each needs at least " + LEAST_ROWS);
        }
        double sigma = halfInterquartileRange(reference, current);
        if (!(sigma > 0)) {
            throw new IllegalArgumentException(
                    "the interquartile range of both samples is " + 2 * sigma + ", must be positive");
        }
        double[][] first = waves(reference, sigma);
        double[][] second = waves(current, sigma);
        double statistic = (n + m) * quadraticForm(first, second, n, m);
        if (Math.max(n, m) < SMALL) {
            statistic /= 1 + Math.pow(n + m, -0.45) + 10.1 * (Math.pow(n, -1.7) + Math.pow(m, -1.7));
        }
        double p = ChiSquaredDistribution.of(4).survivalProbability(Math.max(0, statistic));
        return new TestResult("Epps-Singleton", statistic, 4, p);
    }

    private static double quadraticForm(double[][] first, double[][] second, int n, int m) {
        int size = 2 * PLACES.length;
        double[] difference = new double[size];
        double[][] system = new double[size][size + 1];
        double[][] a = covariance(first);
        double[][] b = covariance(second);
        double rows = n + m;
        for (int i = 0; i < size; i++) {
            difference[i] = mean(first[i]) - mean(second[i]);
            system[i][size] = difference[i];
            for (int j = 0; j < size; j++) {
                system[i][j] = rows / n * a[i][j] + rows / m * b[i][j];
            }
        }
        double[] weighted = LinearSystem.solve(system);
        double form = 0;
        for (int i = 0; i < size; i++) {
            form += difference[i] * weighted[i];
        }
        return form;
    }

    private static double[][] waves(double[] values, double sigma) {
        double[][] waves = new double[2 * PLACES.length][values.length];
        for (int k = 0; k < PLACES.length; k++) {
            for (int i = 0; i < values.length; i++) {
                double angle = PLACES[k] / sigma * values[i];
                waves[k][i] = Math.cos(angle);
                waves[PLACES.length + k][i] = Math.sin(angle);
            }
        }
        return waves;
    }

    private static double[][] covariance(double[][] variables) {
        double[][] covariance = new double[variables.length][variables.length];
        double[] means =
                Arrays.stream(variables).mapToDouble(EppsSingleton::mean).toArray();
        for (int i = 0; i < variables.length; i++) {
            for (int j = 0; j < variables.length; j++) {
                double product = 0;
                for (int row = 0; row < variables[i].length; row++) {
                    product += (variables[i][row] - means[i]) * (variables[j][row] - means[j]);
                }
                covariance[i][j] = product / variables[i].length;
            }
        }
        return covariance;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double halfInterquartileRange(double[] reference, double[] current) {
        double[] all = Arrays.copyOf(reference, reference.length + current.length);
        System.arraycopy(current, 0, all, reference.length, current.length);
        Arrays.sort(all);
        return (quantile(all, 0.75) - quantile(all, 0.25)) / 2;
    }

    private static double quantile(double[] sorted, double q) {
        double place = q * (sorted.length - 1);
        int low = (int) place;
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (place - low) * (sorted[high] - sorted[low]);
    }
}
