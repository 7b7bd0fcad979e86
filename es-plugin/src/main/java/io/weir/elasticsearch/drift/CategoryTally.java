package io.weir.elasticsearch.drift;

import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.core.Releasable;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.search.aggregations.CardinalityUpperBound;
import org.elasticsearch.search.aggregations.bucket.terms.LongKeyedBucketOrds;

/** How often each number occurred in each bucket, exactly, until it is drained. In big arrays, which account for themselves. */
final class CategoryTally implements Releasable {
    /** Where there are more, they are drained into sketches: some 30 MB. */
    private static final long LARGE = 1 << 20;

    private final BigArrays arrays;
    private LongKeyedBucketOrds keys;
    private LongArray counts;

    CategoryTally(BigArrays arrays) {
        this.arrays = arrays;
        this.keys = LongKeyedBucketOrds.build(arrays, CardinalityUpperBound.MANY);
        try {
            this.counts = arrays.newLongArray(1, true);
        } catch (RuntimeException e) {
            // Nobody closes what was never made.
            Releasables.close(keys);
            throw e;
        }
    }

    /** Takes a count. */
    @FunctionalInterface
    interface Sink {
        void take(long bucket, long value, long count);
    }

    void add(long bucket, long value) {
        long at = keys.add(bucket, value);
        if (at < 0) {
            at = -1 - at;
        } else {
            counts = arrays.grow(counts, at + 1);
            counts.set(at, 0);
        }
        counts.increment(at, 1);
    }

    boolean isLarge() {
        return keys.size() > LARGE;
    }

    /** Hands over all counts, and starts anew. */
    void drain(Sink sink) {
        if (keys.size() == 0) {
            return;
        }
        for (long bucket = 0; bucket <= keys.maxOwningBucketOrd(); bucket++) {
            LongKeyedBucketOrds.BucketOrdsEnum each = keys.ordsEnum(bucket);
            while (each.next()) {
                sink.take(bucket, each.value(), counts.get(each.ord()));
            }
        }
        LongKeyedBucketOrds drained = keys;
        keys = LongKeyedBucketOrds.build(arrays, CardinalityUpperBound.MANY);
        Releasables.close(drained);
    }

    @Override
    public void close() {
        Releasables.close(keys, counts);
    }
}
