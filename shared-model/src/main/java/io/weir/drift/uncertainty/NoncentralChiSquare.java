package io.weir.drift.uncertainty;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The noncentral χ² distribution: Poisson-weighted χ² with two more degrees of freedom each, summed around the weights' mode,
 * upwards for the upper tail and downwards for the lower, so that both keep their relative accuracy. From a noncentrality of
 * 200,000 on, Abdel-Aty's normal approximation of the cube root (1954), by then good to 1e-5.
 */
final class NoncentralChiSquare {
    private static final double LARGE = 200_000;
    /** Beyond so many standard deviations, and a few more for small means, Poisson weights are below 1e-30. */
    private static final double REACH = 12;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private NoncentralChiSquare() {}

    /** Probability of a value of at least {@code x}. */
    static double survival(double x, double degrees, double noncentrality) {
        if (!(x > 0)) {
            return 1;
        }
        return noncentrality > LARGE
                ? NORMAL.survivalProbability(cubeRootScore(x, degrees, noncentrality))
                : sum(x, degrees, noncentrality, true);
    }

    /** Probability of a value of at most {@code x}. */
    static double cumulative(double x, double degrees, double noncentrality) {
        if (!(x > 0)) {
            return 0;
        }
        return noncentrality > LARGE
                ? NORMAL.cumulativeProbability(cubeRootScore(x, degrees, noncentrality))
                : sum(x, degrees, noncentrality, false);
    }

    private static double sum(double x, double degrees, double noncentrality, boolean upper) {
        double mean = noncentrality / 2;
        if (mean == 0) {
            ChiSquaredDistribution central = ChiSquaredDistribution.of(degrees);
            return upper ? central.survivalProbability(x) : central.cumulativeProbability(x);
        }
        double reach = REACH * Math.sqrt(mean) + 60;
        int first = (int) Math.max(0, mean - reach);
        int last = (int) (mean + reach);
        return upper ? upwards(x, degrees, mean, first, last) : downwards(x, degrees, mean, first, last);
    }

    private static double upwards(double x, double degrees, double mean, int first, int last) {
        double tail = ChiSquaredDistribution.of(degrees + 2.0 * first).survivalProbability(x);
        double step = logStep(x, degrees, first);
        double weight = PoissonDistribution.of(mean).logProbability(first);
        double sum = 0;
        for (int j = first; j <= last; j++) {
            sum += Math.exp(weight) * tail;
            tail += Math.exp(step);
            step += Math.log(x / 2) - Math.log(degrees / 2 + j + 1);
            weight += Math.log(mean) - Math.log(j + 1.0);
        }
        return Math.min(1, sum);
    }

    private static double downwards(double x, double degrees, double mean, int first, int last) {
        double tail = ChiSquaredDistribution.of(degrees + 2.0 * last).cumulativeProbability(x);
        double step = logStep(x, degrees, last);
        double weight = PoissonDistribution.of(mean).logProbability(last);
        double sum = 0;
        for (int j = last; j >= first; j--) {
            sum += Math.exp(weight) * tail;
            step += Math.log(degrees / 2 + j) - Math.log(x / 2);
            tail += Math.exp(step);
            weight += Math.log(j) - Math.log(mean);
        }
        return Math.min(1, sum);
    }

    /** Logarithm of what two more degrees of freedom than {@code degrees + 2 j} add to the upper tail. */
    private static double logStep(double x, double degrees, int j) {
        return Math.log(2) + ChiSquaredDistribution.of(degrees + 2.0 * j + 2).logDensity(x);
    }

    private static double cubeRootScore(double x, double degrees, double noncentrality) {
        double mean = degrees + noncentrality;
        double spread = 2.0 / 9 * (1 + noncentrality / mean) / mean;
        return (Math.cbrt(x / mean) - (1 - spread)) / Math.sqrt(spread);
    }
}
