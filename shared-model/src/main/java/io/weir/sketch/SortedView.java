package io.weir.sketch;

import java.util.Arrays;

/**
 * The distinct values that a {@link KllSketch} kept, in order, each with how many of all values are not larger.
 *
 * <p>An estimate of the distribution function that many questions can be put to; immutable.
 */
public final class SortedView {
    private final double[] values;
    private final long[] cumulative;
    private final double min;
    private final double max;

    private SortedView(double[] values, long[] cumulative, double min, double max) {
        this.values = values;
        this.cumulative = cumulative;
        this.min = min;
        this.max = max;
    }

    static SortedView of(Levels levels, Intake intake) {
        if (intake.count() == 0) {
            return new SortedView(new double[0], new long[0], Double.NaN, Double.NaN);
        }
        long[] keys = intake.pending();
        Arrays.sort(keys);
        long[] weights = new long[keys.length];
        Arrays.fill(weights, 1);
        for (int h = 0; h <= levels.top(); h++) {
            if (levels.size(h) > 0) {
                long[] merged = new long[keys.length + levels.size(h)];
                weights = merge(keys, weights, levels.sortedKeys(h), levels.size(h), 1L << h, merged);
                keys = merged;
            }
        }
        return accumulate(keys, weights, Keys.number(intake.least()), Keys.number(intake.most()));
    }

    /** Fills {@code merged} with both, and returns the weights that belong to it. */
    private static long[] merge(long[] keys, long[] weights, long[] level, int size, long weight, long[] merged) {
        long[] mergedWeights = new long[merged.length];
        int left = 0;
        int right = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean first = right == size || (left < keys.length && keys[left] <= level[right]);
            mergedWeights[i] = first ? weights[left] : weight;
            merged[i] = first ? keys[left++] : level[right++];
        }
        return mergedWeights;
    }

    private static SortedView accumulate(long[] keys, long[] weights, double min, double max) {
        double[] values = new double[keys.length];
        long[] cumulative = new long[keys.length];
        int size = 0;
        long sum = 0;
        for (int i = 0; i < keys.length; i++) {
            sum += weights[i];
            if (i + 1 == keys.length || keys[i + 1] != keys[i]) {
                values[size] = Keys.number(keys[i]);
                cumulative[size++] = sum;
            }
        }
        return new SortedView(Arrays.copyOf(values, size), Arrays.copyOf(cumulative, size), min, max);
    }

    /** How many distinct values there are; 0 if the sketch was empty. */
    public int size() {
        return values.length;
    }

    /** The value at a place from 0 to {@link #size} - 1, ascending. */
    public double value(int index) {
        return values[index];
    }

    /** How many of all values are at most {@link #value}, by estimate. */
    public long cumulative(int index) {
        return cumulative[index];
    }

    /** How many values the sketch had seen. */
    public long count() {
        return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    /** See {@link KllSketch#quantile}. */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("q is " + q + ", must be from 0 to 1");
        }
        if (values.length == 0 || q == 0) {
            return min;
        }
        if (q == 1) {
            return max;
        }
        int found = Arrays.binarySearch(cumulative, (long) Math.ceil(q * count()));
        return values[found >= 0 ? found : -found - 1];
    }

    /** See {@link KllSketch#rank}. */
    public double rank(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN has no rank");
        }
        if (values.length == 0) {
            return Double.NaN;
        }
        if (value >= max) {
            return 1;
        }
        int found = Arrays.binarySearch(values, value + 0.0);
        int index = found >= 0 ? found : -found - 2;
        return index < 0 ? 0 : (double) cumulative[index] / count();
    }

    long ramBytesUsed() {
        return 64 + 16L * values.length;
    }
}
