package io.weir.evaluation.interval;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/** Intervals of one number's bootstrap replicates. */
public final class Replicates {
    /** A number that more of its replicates leave undefined has no interval worth the name. */
    private static final double MOST_UNDEFINED = 0.05;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] sorted;
    private final int drawn;

    /** Replicates; NaN is one that left the number undefined. */
    public Replicates(double[] values) {
        this.sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        this.drawn = values.length;
    }

    /** Whether enough replicates define the number. */
    public boolean areEnough() {
        return sorted.length > 0 && sorted.length >= drawn * (1 - MOST_UNDEFINED);
    }

    /** Whether all are the same number, to rounding. */
    public boolean areEqual() {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
    }

    /** Between the quantiles of the replicates. */
    public Interval percentile(double confidence, String scheme) {
        double tail = (1 - confidence) / 2;
        return new Interval(quantile(tail), quantile(1 - tail), confidence, "percentile bootstrap, " + scheme);
    }

    /**
     * Corrected for bias and acceleration.
     *
     * @param estimate of the rows as they are
     * @param influences what the number is without each group of rows, or null to correct for bias only
     * @param multiplicity how many rows each of them stands for
     */
    public Interval bca(
            double estimate, double @Nullable [] influences, double[] multiplicity, double confidence, String scheme) {
        double below = 0;
        for (double value : sorted) {
            below += value < estimate ? 1 : value == estimate ? 0.5 : 0;
        }
        double share = Math.clamp(below / sorted.length, 0.5 / sorted.length, 1 - 0.5 / sorted.length);
        double bias = NORMAL.inverseCumulativeProbability(share);
        double acceleration = influences == null ? 0 : acceleration(influences, multiplicity);
        double tail = NORMAL.inverseCumulativeProbability((1 - confidence) / 2);
        double low = quantile(adjusted(bias, acceleration, tail));
        double high = quantile(adjusted(bias, acceleration, -tail));
        return new Interval(Math.min(low, high), Math.max(low, high), confidence, "BCa bootstrap, " + scheme);
    }

    private static double adjusted(double bias, double acceleration, double z) {
        double shifted = bias + z;
        double denominator = 1 - acceleration * shifted;
        return denominator <= 0 ? z < 0 ? 0 : 1 : NORMAL.cumulativeProbability(bias + shifted / denominator);
    }

    private static double acceleration(double[] without, double[] multiplicity) {
        double mean = 0;
        double rows = 0;
        for (int i = 0; i < without.length; i++) {
            if (!Double.isNaN(without[i])) {
                mean += without[i] * multiplicity[i];
                rows += multiplicity[i];
            }
        }
        mean /= rows;
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < without.length; i++) {
            if (!Double.isNaN(without[i])) {
                double gap = mean - without[i];
                squares += multiplicity[i] * gap * gap;
                cubes += multiplicity[i] * gap * gap * gap;
            }
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    private double quantile(double share) {
        double place = share * (sorted.length - 1);
        int at = (int) place;
        int next = Math.min(at + 1, sorted.length - 1);
        return sorted[at] + (place - at) * (sorted[next] - sorted[at]);
    }
}
