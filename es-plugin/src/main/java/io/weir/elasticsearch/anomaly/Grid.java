package io.weir.elasticsearch.anomaly;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The intervals from the first bucket of a histogram to its last, missing ones included.
 *
 * @param keys start of each interval
 * @param bucket index of the bucket that lies there, {@value #MISSING} if the histogram left it out
 */
record Grid(double[] keys, int[] bucket) {
    static final int MISSING = -1;

    /** Sixteen times the buckets that a server returns by default; a series of it takes some 100 MB to look through. */
    static final int MOST_INTERVALS = 1 << 20;

    /** A grid on which buckets lie exactly where {@code next} says. */
    static Grid of(double[] buckets, DoubleUnaryOperator next) {
        return of(buckets, next, 0);
    }

    /**
     * Lays out buckets.
     *
     * @param buckets keys, ascending and distinct
     * @param next start of the interval after the one that starts at its argument
     * @param tolerance by how much a bucket may lie after the start of its interval
     * @throws IllegalArgumentException if that takes more than {@value #MOST_INTERVALS} intervals
     */
    static Grid of(double[] buckets, DoubleUnaryOperator next, double tolerance) {
        double[] keys = new double[buckets.length];
        int[] bucket = new int[buckets.length];
        int size = 0;
        double start = Double.POSITIVE_INFINITY;
        for (int i = 0; i < buckets.length; ) {
            if (size == keys.length) {
                int more = roomFor(size + 1L, buckets);
                keys = Arrays.copyOf(keys, more);
                bucket = Arrays.copyOf(bucket, more);
            }
            boolean here = start + tolerance >= buckets[i];
            keys[size] = here ? buckets[i] : start;
            bucket[size] = here ? i++ : MISSING;
            start = next.applyAsDouble(keys[size++]);
        }
        return new Grid(Arrays.copyOf(keys, size), Arrays.copyOf(bucket, size));
    }

    int size() {
        return keys.length;
    }

    private static int roomFor(long size, double[] buckets) {
        if (size > MOST_INTERVALS) {
            throw new IllegalArgumentException(
                    "the histogram's " + buckets.length + " buckets lie on more than " + MOST_INTERVALS
                            + " intervals, most of them without a bucket; choose a longer interval or a shorter range");
        }
        return (int) Math.min(MOST_INTERVALS, size + size / 2);
    }
}
