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

    /** Between two excursions is at least one interval, so this is all the horizon can hold. */
    private static final int CAPACITY = HORIZON / 2 + 1;

    private double[] peaks = new double[LEAST_TO_BE_FAMILIAR];
    private int[] ends = new int[LEAST_TO_BE_FAMILIAR];
    private double[] sorted = new double[LEAST_TO_BE_FAMILIAR];
    private int oldest;
    private int count;
    private double running;

    /** The distance up to which an excursion is nothing new, after {@code observed} intervals; 0 if all would be. */
    double familiar(int observed) {
        int needed = Math.max(LEAST_TO_BE_FAMILIAR, Math.min(observed, HORIZON) / ONE_IN);
        return count < needed ? 0 : sorted[count - needed];
    }

    /**
     * Takes note of the next observed interval.
     *
     * @param ordinal how many were observed before it
     * @param distance how far off it is on this side, if beyond the noise band, else 0
     */
    void observe(int ordinal, double distance) {
        if (count > 0 && ordinal - ends[oldest] >= HORIZON) {
            forgetOldest();
        }
        if (distance > 0) {
            running = Math.max(running, distance);
        } else if (running > 0) {
            remember(ordinal, running);
            running = 0;
        }
    }

    private void forgetOldest() {
        int place = Arrays.binarySearch(sorted, 0, count, peaks[oldest]);
        System.arraycopy(sorted, place + 1, sorted, place, count - place - 1);
        oldest = (oldest + 1) % peaks.length;
        count--;
    }

    private void remember(int ordinal, double peak) {
        if (count == peaks.length) {
            grow();
        }
        int last = (oldest + count) % peaks.length;
        peaks[last] = peak;
        ends[last] = ordinal;
        int place = Arrays.binarySearch(sorted, 0, count, peak);
        place = place < 0 ? -place - 1 : place;
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = peak;
        count++;
    }

    private void grow() {
        int size = Math.min(CAPACITY, 2 * peaks.length);
        double[] grownPeaks = new double[size];
        int[] grownEnds = new int[size];
        for (int i = 0; i < count; i++) {
            grownPeaks[i] = peaks[(oldest + i) % peaks.length];
            grownEnds[i] = ends[(oldest + i) % peaks.length];
        }
        peaks = grownPeaks;
        ends = grownEnds;
        sorted = Arrays.copyOf(sorted, size);
        oldest = 0;
    }
}
