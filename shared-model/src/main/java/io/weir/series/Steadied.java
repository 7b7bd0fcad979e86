package io.weir.series;

/**
 * A whole series made ready for looking for changes: brief excursions taken out, its noise measured, and what may count
 * as significant in it.
 *
 * <p>P-values are corrected for all places and lengths that are tried (Bonferroni over n log2 n), so that
 * independent noise shows a change in one series of a hundred at most.
 */
final class Steadied {
    /** What lasts shorter is an anomaly, not a new regime. */
    static final int LEAST_DURATION = 10;

    /** The chance of a change in a series that has none. */
    static final double SIGNIFICANT = 0.01;

    private final double[] values;
    private final double sigma;
    private final double noise;
    private final Contrasts contrasts;
    private final double ordinary;
    private final double[] roughness;
    private final double tests;
    private final double bar;

    /** Of {@code source}, which holds no gaps and at least two values. */
    Steadied(double[] source) {
        Despiked despiked = Despiked.of(source, LEAST_DURATION);
        values = despiked.values();
        sigma = despiked.sigma();
        noise = LongRunNoise.of(values);
        contrasts = new Contrasts(values);
        ordinary = LongRunNoise.typicalDifference(values, 1);
        roughness = roughness(values);
        tests = values.length * Math.log(values.length) / Math.log(2);
        bar = noise * GaussianTail.quantile(Math.log(SIGNIFICANT / 2 / tests));
    }

    private static double[] roughness(double[] values) {
        double[] sum = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            double difference = values[i] - values[i - 1];
            sum[i] = sum[i - 1] + difference * difference / 2;
        }
        return sum;
    }

    int size() {
        return values.length;
    }

    /** Whether all values are alike. */
    boolean isConstant() {
        return !(noise > 0);
    }

    Contrasts contrasts() {
        return contrasts;
    }

    /** The spread of a single value. */
    double sigma() {
        return sigma;
    }

    /** Whether noise as there is in [from, to), if that is more than usual, hardly ever shows so strong a contrast. */
    boolean isSignificant(double contrast, int from, int to) {
        return Math.abs(contrast) > bar * wildness(from, to);
    }

    /** How much noisier [from, to) is than the series as a whole; at least 1. */
    private double wildness(int from, int to) {
        double here = Math.sqrt((roughness[to - 1] - roughness[from]) / Math.max(1, to - 1 - from));
        return ordinary > 0 ? Math.max(1, here / ordinary) : 1;
    }

    /** The contrast beyond which one is significant. */
    double bar() {
        return bar;
    }

    /** The chance that noise as in [from, to) shows a contrast as strong as this anywhere. */
    double pValue(double contrast, int from, int to) {
        double deviations = Math.abs(contrast) / noise / wildness(from, to);
        return Math.min(1, 2 * tests * Math.exp(GaussianTail.log(deviations)));
    }

    /** The median of [from, to). */
    double median(int from, int to) {
        return Quantiles.medianOf(values, from, to);
    }
}
