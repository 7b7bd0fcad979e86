package io.weir.series;

import java.util.Arrays;

/**
 * A regular series of one number per interval, in which a gap is {@link Double#NaN} and never zero.
 *
 * <p>Immutable: the array is copied in and out. Memory is eight bytes a value.
 */
public final class TimeSeries {
    /** Larger values are refused, so that sums and differences of neighbours stay finite. */
    public static final double MAX_MAGNITUDE = 1e300;

    private final long startMillis;
    private final long intervalMillis;
    private final double[] values;

    /**
     * Makes a series.
     *
     * @param startMillis start of the first interval, milliseconds since the epoch
     * @param intervalMillis length of each interval in milliseconds, at least 1
     * @param values one value per interval in the unit of the metric; NaN is a gap, magnitudes above
     *     {@link #MAX_MAGNITUDE} are refused
     * @throws IllegalArgumentException naming the offending interval or value
     */
    public TimeSeries(long startMillis, long intervalMillis, double[] values) {
        if (intervalMillis < 1) {
            throw new IllegalArgumentException(
                    "intervalMillis is " + intervalMillis + ", must be at least 1 millisecond");
        }
        this.startMillis = startMillis;
        this.intervalMillis = intervalMillis;
        this.values = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > MAX_MAGNITUDE) {
                throw new IllegalArgumentException("value " + i + " is " + values[i] + "; a series holds numbers from -"
                        + MAX_MAGNITUDE + " to " + MAX_MAGNITUDE + ", and NaN where there is none");
            }
        }
    }

    /** Start of the first interval, in milliseconds since the epoch. */
    public long startMillis() {
        return startMillis;
    }

    /** Length of an interval in milliseconds. */
    public long intervalMillis() {
        return intervalMillis;
    }

    /** How many intervals there are, gaps included. */
    public int size() {
        return values.length;
    }

    /** The value of interval {@code i}, NaN where there is a gap. */
    public double value(int i) {
        return values[i];
    }

    /** Start of interval {@code i} in milliseconds since the epoch. */
    public long timeOf(int i) {
        return startMillis + i * intervalMillis;
    }

    /** Whether interval {@code i} has no value. */
    public boolean isGap(int i) {
        return Double.isNaN(values[i]);
    }

    /** A copy of the values, gaps as NaN. */
    public double[] values() {
        return values.clone();
    }

    /** How many intervals have a value. */
    public int observed() {
        return (int) Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    }
}
