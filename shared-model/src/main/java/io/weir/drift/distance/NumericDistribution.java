package io.weir.drift.distance;

/**
 * What is known of one numeric column's values: all of them, a sketch, or a histogram. Shares are of the values, missing
 * ones left out; NaN counts as missing. Implementations are immutable as far as a comparison can see.
 *
 * <p>The cumulative share must be constant or linear between neighbouring {@linkplain #breakpoints() breakpoints}: then
 * distances computed at the breakpoints are those of the whole line.
 */
public interface NumericDistribution {
    /** How many values there are, missing ones not counted. */
    long count();

    /** How many rows have no value. */
    long missing();

    /** Least value, or NaN if there is none. */
    double min();

    /** Greatest value, or NaN if there is none. */
    double max();

    /** Arithmetic mean, or NaN if there is no value. */
    double mean();

    /** Standard deviation with divisor n (as NumPy's {@code std}), or NaN if there is no value. */
    double standardDeviation();

    /** Share of the values that are at most {@code x}; 0 if there is none. */
    double atMost(double x);

    /** Share of the values that are less than {@code x}; 0 if there is none. */
    double below(double x);

    /** A value at or below which about the share {@code q} in [0, 1] of the values lies; NaN if there is none. */
    double quantile(double q);

    /** Ascending, distinct places at which the cumulative share jumps or bends. */
    double[] breakpoints();

    /** Bound of the error of {@link #atMost}, as a share, held in 99 of 100 cases: 0 if all values are known. */
    double rankError();

    /**
     * Cumulative shares at many places at once.
     *
     * @param places ascending
     * @param atMost receives {@link #atMost} of each place
     * @param below receives {@link #below} of each place
     */
    default void cumulate(double[] places, double[] atMost, double[] below) {
        for (int i = 0; i < places.length; i++) {
            atMost[i] = atMost(places[i]);
            below[i] = below(places[i]);
        }
    }
}
