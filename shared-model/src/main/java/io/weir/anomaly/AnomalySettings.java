package io.weir.anomaly;

/**
 * How a detector looks at a series.
 *
 * @param season the period after which the series repeats itself
 * @param sensitivity in (0,1]; the higher, the narrower the band and the more is reported; see {@link #falseAlarmRate()}
 * @param direction which side of the band counts
 * @param minHistory observed intervals that must come before one that is scored, at least {@value #LEAST_HISTORY}
 */
public record AnomalySettings(Season season, double sensitivity, Direction direction, int minHistory) {
    /** A median and a spread of fewer values say nothing. */
    public static final int LEAST_HISTORY = 5;

    /** Half-way: a false alarm in ten thousand intervals of clean noise, one a week on one-minute intervals. */
    public static final double DEFAULT_SENSITIVITY = 0.5;

    /** Enough for a stable spread, few enough to start within minutes on ten-second buckets. */
    public static final int DEFAULT_MIN_HISTORY = 20;

    /** What is used where the user says nothing. */
    public static final AnomalySettings DEFAULT =
            new AnomalySettings(Season.AUTO, DEFAULT_SENSITIVITY, Direction.BOTH, DEFAULT_MIN_HISTORY);

    /** Checks the ranges. */
    public AnomalySettings {
        if (!(sensitivity > 0 && sensitivity <= 1)) {
            throw new IllegalArgumentException("sensitivity is " + sensitivity + ", must be above 0 and at most 1");
        }
        if (minHistory < LEAST_HISTORY) {
            throw new IllegalArgumentException("min_history is " + minHistory + ", must be at least " + LEAST_HISTORY);
        }
    }

    /**
     * The share of intervals of clean Gaussian noise that are reported: 10 to the power of -(6 - 4 sensitivity). So 0.25 is
     * one in 100,000, 0.5 one in 10,000, 0.75 one in 1,000 and 1 one in 100.
     */
    public double falseAlarmRate() {
        return Math.pow(10, 4 * sensitivity - 6);
    }
}
