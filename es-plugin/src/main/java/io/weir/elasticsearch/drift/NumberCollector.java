package io.weir.elasticsearch.drift;

import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.ObjectArray;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.index.fielddata.SortedNumericDoubleValues;
import org.elasticsearch.search.aggregations.support.ValuesSource;
import org.jspecify.annotations.Nullable;

/** Quantiles and moments of numbers; times as milliseconds. Each value of a document counts. */
final class NumberCollector implements FieldCollector {
    /** What two sketches take that have seen little. */
    private static final long NEW_BYTES = 1_500;

    private final ValuesSource.Numeric source;
    private final double scale;
    private final BigArrays arrays;
    private final SketchMemory memory;
    private final long seed;
    private final double[] buffer = new double[DocBatch.SIZE];
    private ObjectArray<Numbers> buckets;
    private int leafOrd;
    private @Nullable SortedNumericDoubleValues many;
    private @Nullable DoubleValues single;

    NumberCollector(ValuesSource.Numeric source, double scale, BigArrays arrays, SketchMemory memory, long seed) {
        this.source = source;
        this.scale = scale;
        this.arrays = arrays;
        this.memory = memory;
        this.seed = seed;
        this.buckets = arrays.newObjectArray(1);
    }

    /** Of one bucket. */
    private static final class Numbers {
        final KllSketch quantiles;
        final Moments moments = new Moments();
        long present;

        Numbers(long seed) {
            quantiles = KllSketch.create(seed);
        }

        void add(double value) {
            quantiles.add(value);
            moments.add(value);
        }
    }

    @Override
    public void startLeaf(LeafReaderContext leaf) throws IOException {
        many = source.doubleValues(leaf);
        single = SortedNumericDoubleValues.unwrapSingleton(many);
        leafOrd = leaf.ord;
    }

    @Override
    public void collect(DocBatch batch) throws IOException {
        if (batch.size() == 0) {
            return;
        }
        buckets = arrays.grow(buckets, batch.mostBucket() + 1);
        DoubleValues values = single;
        if (values == null) {
            collectMany(batch);
        } else if (batch.oneBucket()) {
            collectBucket(batch, values);
        } else {
            for (int i = 0; i < batch.size(); i++) {
                if (values.advanceExact(batch.doc(i))) {
                    addPresent(numbers(batch.bucket(i)), values.doubleValue());
                }
            }
        }
    }

    private void collectBucket(DocBatch batch, DoubleValues values) throws IOException {
        int found = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (values.advanceExact(batch.doc(i))) {
                double value = values.doubleValue() * scale;
                if (!Double.isNaN(value)) {
                    buffer[found++] = value;
                }
            }
        }
        Numbers numbers = numbers(batch.bucket(0));
        numbers.present += found;
        for (int i = 0; i < found; i++) {
            numbers.quantiles.add(buffer[i]);
        }
        for (int i = 0; i < found; i++) {
            numbers.moments.add(buffer[i]);
        }
    }

    private void addPresent(Numbers numbers, double value) {
        if (!Double.isNaN(value)) {
            numbers.present++;
            numbers.add(value * scale);
        }
    }

    private void collectMany(DocBatch batch) throws IOException {
        SortedNumericDoubleValues values = many;
        for (int i = 0; values != null && i < batch.size(); i++) {
            if (values.advanceExact(batch.doc(i))) {
                Numbers numbers = numbers(batch.bucket(i));
                int count = values.docValueCount();
                addPresent(numbers, values.nextValue());
                for (int next = 1; next < count; next++) {
                    double value = values.nextValue();
                    if (!Double.isNaN(value)) {
                        numbers.add(value * scale);
                    }
                }
            }
        }
    }

    private Numbers numbers(long bucket) {
        Numbers numbers = buckets.get(bucket);
        if (numbers == null) {
            memory.charge(NEW_BYTES);
            // Slices of a shard look at segments of their own, so their coins differ.
            numbers = new Numbers(seed + bucket * 0x9E37_79B9L + ((long) leafOrd << 40));
            buckets.set(bucket, numbers);
        }
        return numbers;
    }

    @Override
    public void endLeaf() {
        many = null;
        single = null;
    }

    @Override
    public ColumnSketch sketch(long bucket, long documents) {
        Numbers numbers = bucket < buckets.size() ? buckets.get(bucket) : null;
        return numbers == null
                ? ColumnSketch.numbers(documents, 0, KllSketch.create(seed), new Moments())
                : ColumnSketch.numbers(documents, numbers.present, numbers.quantiles, numbers.moments);
    }

    @Override
    public long ramBytesUsed() {
        long bytes = 0;
        for (long i = 0; i < buckets.size(); i++) {
            Numbers numbers = buckets.get(i);
            bytes += numbers == null ? 0 : 650 + numbers.quantiles.ramBytesUsed();
        }
        return bytes;
    }

    @Override
    public void close() {
        Releasables.close(buckets);
    }
}
