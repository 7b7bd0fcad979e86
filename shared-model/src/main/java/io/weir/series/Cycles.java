package io.weir.series;

import java.util.Arrays;

/** The usable cycles, newest last, and how far each value is from its own cycle's level. */
record Cycles(double[] values, int period, int[] start, double[] median, double slope) {
    /** So many phases, the same in every cycle, tell its median from the others' to a twentieth of a spread. */
    private static final int ENOUGH_PER_CYCLE = 500;

    /** A cycle with fewer of its values has no trustworthy median. */
    private static final double LEAST_OBSERVED = 0.75;

    static Cycles last(double[] values, int from, int to, int period) {
        int complete = (to - from) / period;
        int[] start = new int[Math.min(SeasonalProfile.CYCLES, complete)];
        double[] median = new double[start.length];
        double[] cycle = new double[period];
        int step = 1 + period / ENOUGH_PER_CYCLE;
        int found = start.length;
        for (int c = complete - 1; c >= 0 && found > 0; c--) {
            int n = 0;
            for (int i = from + c * period; i < from + (c + 1) * period; i += step) {
                if (!Double.isNaN(values[i])) {
                    cycle[n++] = values[i];
                }
            }
            if (n >= LEAST_OBSERVED * period / step) {
                start[--found] = from + c * period;
                median[found] = Quantiles.median(cycle, n);
            }
        }
        start = Arrays.copyOfRange(start, found, start.length);
        median = Arrays.copyOfRange(median, found, median.length);
        return new Cycles(values, period, start, median, slope(start, median));
    }

    /** Per interval; the median over neighbouring cycles. */
    private static double slope(int[] start, double[] median) {
        double[] slopes = new double[Math.max(0, start.length - 1)];
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] = (median[c + 1] - median[c]) / (start[c + 1] - start[c]);
        }
        return slopes.length == 0 ? 0 : Quantiles.median(slopes, slopes.length);
    }

    int count() {
        return start.length;
    }

    double deviation(int cycle, int phase) {
        return values[start[cycle] + phase] - median[cycle] - slope * (phase - (period - 1) / 2.0);
    }
}
