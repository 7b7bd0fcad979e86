package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.Season;

/**
 * How far apart the buckets of a histogram are: where one is missing, and how long a season is.
 *
 * <p>A histogram leaves buckets out when its {@code min_doc_count} is above 0; what is left must not be read as if it were
 * next to each other.
 */
sealed interface Spacing permits DateSpacing, NumberSpacing, OrdinalSpacing {
    /** Every bucket follows the one before it, as in a histogram that never leaves one out. */
    Spacing ORDINAL = new OrdinalSpacing();

    /**
     * Lays buckets out on the intervals from the first to the last of them.
     *
     * @param keys the buckets' keys, ascending and distinct
     * @throws IllegalArgumentException if there are more than {@value Grid#MOST_INTERVALS} intervals
     */
    Grid lay(double[] keys);

    /**
     * The usual length of an interval in milliseconds, or 0 if it is not one of time.
     *
     * @param keys the buckets' keys, ascending and distinct
     */
    long millis(double[] keys);

    /**
     * Checks what can be known of a season before the search has run.
     *
     * @throws IllegalArgumentException if it cannot be laid over this spacing; names field, value and what is allowed
     */
    void checkSeason(Season season);

    /**
     * Checks what can be known of a season only once the histogram has answered.
     *
     * @param intervalMillis as {@link #millis} says
     * @throws IllegalArgumentException if it cannot be laid over this spacing; names field, value and what is allowed
     */
    default void checkSeason(Season season, long intervalMillis) {}

    /** Checks a given season against the length of an interval. */
    static void checkSeason(Season season, long intervalMillis, String interval) {
        if (season.mode() != Season.Mode.GIVEN) {
            return;
        }
        long period = season.periodMillis();
        if (period % intervalMillis != 0 || period < 2 * intervalMillis) {
            throw new IllegalArgumentException(Problems.refusal(
                    AnomalyFields.SEASON,
                    AnomalyParameters.text(season),
                    "must be auto, none, or a multiple of the histogram's interval [" + interval
                            + "] and at least twice as long"));
        }
    }
}
