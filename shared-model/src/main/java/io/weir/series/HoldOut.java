package io.weir.series;

/**
 * Puts seasons to the test: what the first part of a series teaches is asked to foresee the rest.
 *
 * <p>The level of a block of intervals is the median of the block before it, with and without a season alike.
 */
final class HoldOut {
    /** About as long as a detector takes to follow a new level. */
    private static final int BLOCK = 60;

    /** More of a test is not surer. */
    private static final int ENOUGH = 4_096;

    private final double[] values;
    private final int start;

    /** A test on {@code values} for periods up to {@code longest}, of which they hold at least three. */
    HoldOut(double[] values, int longest) {
        this.values = values;
        this.start = values.length - Math.min(values.length / 3, Math.max(ENOUGH, longest));
    }

    /** The mean absolute error with the season of that many intervals; 0 for none. */
    double error(int period) {
        SeasonalProfile profile = period == 0 ? SeasonalProfile.flat(1) : SeasonalProfile.of(values, 0, start, period);
        double[] block = new double[BLOCK];
        double[] scratch = new double[BLOCK];
        double level = 0;
        double sum = 0;
        int count = 0;
        for (int from = Math.max(0, start - BLOCK); from < values.length; from += BLOCK) {
            int n = plain(profile, from, block);
            for (int i = 0; i < n && from >= start; i++) {
                sum += Math.abs(block[i] - level);
                count++;
            }
            if (n > 0) {
                System.arraycopy(block, 0, scratch, 0, n);
                level = Quantiles.median(scratch, n);
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** The observed values of the block at {@code from} without their season. */
    private int plain(SeasonalProfile profile, int from, double[] block) {
        int count = 0;
        for (int i = from; i < Math.min(values.length, from + BLOCK); i++) {
            if (!Double.isNaN(values[i])) {
                block[count++] = values[i] - profile.level(i % profile.period());
            }
        }
        return count;
    }
}
