package io.weir.evaluation.interval;

/**
 * A two-sided confidence interval.
 *
 * @param low not above {@code high}; both finite
 * @param confidence in (0,1), such as 0.95
 * @param method how it was computed, for people
 */
public record Interval(double low, double high, double confidence, String method) {
    /** The confidence that everything has unless told otherwise: the custom of most fields. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    /** Checks the order. */
    public Interval {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "an interval from " + low + " to " + high + " is none; both ends must be finite and in order");
        }
        confidence(confidence);
    }

    /** Whether a value lies within, ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** Checks a confidence. */
    static double confidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "the confidence is " + confidence + ", must be above 0 and below 1, such as 0.95");
        }
        return confidence;
    }
}
