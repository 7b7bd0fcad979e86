package io.weir.elasticsearch.drift;

import io.weir.sketch.TopValues;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.common.util.ObjectArray;
import org.elasticsearch.core.Releasable;
import org.elasticsearch.core.Releasables;

/** Frequent categories of one field, one sketch a bucket, and how many documents have any. */
final class CategoryBuckets implements Releasable {
    /** What a sketch takes that has seen little. */
    private static final long NEW_BYTES = 1_000;

    private final BigArrays arrays;
    private final SketchMemory memory;
    private ObjectArray<TopValues> buckets;
    private LongArray present;

    CategoryBuckets(BigArrays arrays, SketchMemory memory) {
        this.arrays = arrays;
        this.memory = memory;
        this.present = arrays.newLongArray(1, true);
        try {
            this.buckets = arrays.newObjectArray(1);
        } catch (RuntimeException e) {
            // Nobody closes what was never made.
            Releasables.close(present);
            throw e;
        }
    }

    void grow(long mostBucket) {
        buckets = arrays.grow(buckets, mostBucket + 1);
        present = arrays.grow(present, mostBucket + 1);
    }

    void addPresent(long bucket, long documents) {
        present.increment(bucket, documents);
    }

    TopValues top(long bucket) {
        TopValues top = buckets.get(bucket);
        if (top == null) {
            memory.charge(NEW_BYTES);
            top = TopValues.create(ColumnSketch.TOP_CAPACITY);
            buckets.set(bucket, top);
        }
        return top;
    }

    ColumnSketch sketch(long bucket, long documents) {
        TopValues top = bucket < buckets.size() ? buckets.get(bucket) : null;
        return ColumnSketch.categories(
                documents,
                bucket < present.size() ? present.get(bucket) : 0,
                top == null ? TopValues.create(ColumnSketch.TOP_CAPACITY) : top);
    }

    long ramBytesUsed() {
        long bytes = 0;
        for (long i = 0; i < buckets.size(); i++) {
            TopValues top = buckets.get(i);
            bytes += top == null ? 0 : top.ramBytesUsed();
        }
        return bytes;
    }

    @Override
    public void close() {
        Releasables.close(buckets, present);
    }
}
