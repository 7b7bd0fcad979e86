package io.weir.drift.uncertainty;

/**
 * What the data say about one true distance. Both probabilities are monotone in the limit, so they also give an interval:
 * the limits that neither contradicts.
 */
public interface Uncertainty {
    /**
     * P-value of "the true distance is at most {@code limit}": how probable a measurement as high as this one is if the
     * distance is just at the limit. Small means: confidently above.
     */
    double exceedance(double limit);

    /**
     * P-value of "the true distance is at least {@code limit}": how probable a measurement as low as this one is if the
     * distance is just at the limit. Small means: confidently below.
     */
    double shortfall(double limit);

    /** The approximation's name, for reports. */
    String method();

    /** Whether a sketch's own error, which more rows do not shrink, is what keeps the answer open. */
    default boolean limitedBySketch() {
        return false;
    }
}
