package io.weir.evaluation.interval;

/**
 * The difference of two numbers of independent rows, from nothing but each one's interval: squares of the distances to the ends
 * add (Newcombe, Statistics in Medicine 1998, method 10, for any two intervals; Zou and Donner, Statistics in Medicine 2008).
 */
public final class IndependentDifference {
    private IndependentDifference() {}

    /**
     * The interval of a number less another.
     *
     * @throws IllegalArgumentException if the intervals are of different confidence
     */
    public static Interval of(double value, Interval interval, double other, Interval otherInterval) {
        if (interval.confidence() != otherInterval.confidence()) {
            throw new IllegalArgumentException("the confidence is " + interval.confidence() + ", the baseline's "
                    + otherInterval.confidence() + "; both must be equal");
        }
        double difference = value - other;
        double below = Math.hypot(value - interval.low(), otherInterval.high() - other);
        double above = Math.hypot(interval.high() - value, other - otherInterval.low());
        return new Interval(
                difference - below,
                difference + above,
                interval.confidence(),
                "squares of both intervals added, independent rows");
    }
}
