package io.weir.anomaly;

import java.util.Arrays;

/**
 * Remembers how far off past excursions on one side were, so that what keeps happening stops being news.
 *
 * <p>An excursion is a run of intervals beyond the noise band, however long; it counts once, with its peak. A distance
 * is familiar when excursions at least that far began in more than one of {@value #ONE_IN} intervals lately. So noise of
 * any shape, such as rare counts among zeros, raises few alarms, while a third outage in a thousand intervals still does.
 */
final class FamiliarPeaks {
    /** What happens more often than this is part of the series: a bound on alarms whatever the noise. */
    static final int ONE_IN = 100;

    /** How many observed intervals an excursion is remembered for. */
    static final int HORIZON = 1_000;

    /** One excursion is never familiar by itself, however short the history. */
    private static final int LEAST_TO_BE_FAMILIAR = 2;

    /** More excursions than the horizon can ask for are never needed. */
    private static final int CAPACITY = 4 * HORIZON / ONE_IN;

    private final double[] peaks = new double[CAPACITY];
    private final int[] ends = new int[CAPACITY];
    private int recorded;
    private double running;
    private double familiar;
    private int stale;

    /** The distance up to which an excursion is nothing new; 0 if all would be. */
    double familiar() {
        return familiar;
    }

    /**
     * Takes note of the next observed interval.
     *
     * @param ordinal how many were observed before it
     * @param distance how far off it is on this side, if beyond the noise band, else 0
     */
    void observe(int ordinal, double distance) {
        if (distance > 0) {
            running = Math.max(running, distance);
        } else if (running > 0) {
            peaks[recorded % CAPACITY] = running;
            ends[recorded % CAPACITY] = ordinal;
            recorded++;
            running = 0;
            refresh(ordinal);
        } else if (recorded > 0 && ordinal >= stale) {
            refresh(ordinal);
        }
    }

    private void refresh(int ordinal) {
        stale = ordinal + ONE_IN;
        int kept = Math.min(recorded, CAPACITY);
        double[] lately = new double[kept];
        int count = 0;
        for (int i = 0; i < kept; i++) {
            if (ordinal - ends[i] < HORIZON) {
                lately[count++] = peaks[i];
            }
        }
        int needed = Math.max(LEAST_TO_BE_FAMILIAR, Math.min(ordinal, HORIZON) / ONE_IN);
        if (count < needed) {
            familiar = 0;
            return;
        }
        Arrays.sort(lately, 0, count);
        familiar = lately[count - needed];
    }
}
