package io.weir.evaluation.interval;

/**
 * How intervals are drawn.
 *
 * @param replicates from {@value #LEAST} to {@value #MOST}
 * @param confidence of the interval, in (0,1)
 * @param seed equal seeds give equal intervals
 * @param method of the interval
 */
public record BootstrapSettings(int replicates, double confidence, long seed, Method method) {
    /** A thousand replicates place a 95 % end to about a tenth of the interval's width. */
    public static final int DEFAULT_REPLICATES = 1_000;

    /** With fewer there is no 2.5 % tail. */
    public static final int LEAST = 100;

    /** More take long and change no decision. */
    public static final int MOST = 100_000;

    /** Any number; this one is written into results, so that they can be repeated. */
    public static final long DEFAULT_SEED = 20_261_101L;

    /** Which interval is read from the replicates. */
    public enum Method {
        /** The quantiles of the replicates (Efron, 1981). */
        PERCENTILE,
        /** Corrected for bias and skewness (Efron, "Better bootstrap confidence intervals", JASA 1987). */
        BCA
    }

    /** Checks the ranges. */
    public BootstrapSettings {
        if (replicates < LEAST || replicates > MOST) {
            throw new IllegalArgumentException(
                    "replicates is " + replicates + ", must be from " + LEAST + " to " + MOST);
        }
        Interval.confidence(confidence);
    }

    /** A thousand replicates, 95 %, BCa. */
    public static BootstrapSettings defaults() {
        return new BootstrapSettings(DEFAULT_REPLICATES, Interval.DEFAULT_CONFIDENCE, DEFAULT_SEED, Method.BCA);
    }
}
