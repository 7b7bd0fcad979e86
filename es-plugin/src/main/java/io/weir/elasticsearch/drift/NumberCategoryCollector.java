package io.weir.elasticsearch.drift;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.index.fielddata.SortedNumericDoubleValues;
import org.elasticsearch.index.fielddata.SortedNumericLongValues;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.support.ValuesSource;
import org.jspecify.annotations.Nullable;

/** Frequent numbers and truth values, as categories of their texts. */
final class NumberCategoryCollector implements FieldCollector {
    private final ValuesSource.Numeric source;
    private final DocValueFormat format;
    private final CategoryBuckets buckets;
    private final BigArrays arrays;
    private @Nullable CategoryTally tally;
    private @Nullable SortedNumericLongValues longs;
    private @Nullable SortedNumericDoubleValues doubles;

    NumberCategoryCollector(ValuesSource.Numeric source, DocValueFormat format, BigArrays arrays, SketchMemory memory) {
        this.source = source;
        this.format = format;
        this.buckets = new CategoryBuckets(arrays, memory);
        this.arrays = arrays;
    }

    @Override
    public void startLeaf(LeafReaderContext leaf) throws IOException {
        if (source.isFloatingPoint()) {
            doubles = source.doubleValues(leaf);
        } else {
            longs = source.longValues(leaf);
        }
    }

    @Override
    public void collect(DocBatch batch) throws IOException {
        buckets.grow(batch.mostBucket());
        for (int i = 0; i < batch.size(); i++) {
            collect(batch.doc(i), batch.bucket(i));
        }
        if (tally != null && tally.isLarge()) {
            settle();
        }
    }

    private void collect(int doc, long bucket) throws IOException {
        if (longs != null && longs.advanceExact(doc)) {
            buckets.addPresent(bucket, 1);
            for (int left = longs.docValueCount(); left > 0; left--) {
                tally().add(bucket, longs.nextValue());
            }
        } else if (doubles != null && doubles.advanceExact(doc)) {
            buckets.addPresent(bucket, 1);
            for (int left = doubles.docValueCount(); left > 0; left--) {
                tally().add(bucket, Double.doubleToLongBits(doubles.nextValue()));
            }
        }
    }

    private void settle() {
        if (tally != null) {
            tally.drain((bucket, value, count) -> buckets.top(bucket).add(text(value), count));
        }
    }

    private CategoryTally tally() {
        CategoryTally counting = tally;
        if (counting == null) {
            counting = new CategoryTally(arrays);
            tally = counting;
        }
        return counting;
    }

    private String text(long value) {
        if (!source.isFloatingPoint()) {
            return format.format(value).toString();
        }
        String text = Double.toString(Double.longBitsToDouble(value));
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public void endLeaf() {
        settle();
        longs = null;
        doubles = null;
    }

    @Override
    public ColumnSketch sketch(long bucket, long documents) {
        return buckets.sketch(bucket, documents);
    }

    @Override
    public long ramBytesUsed() {
        return buckets.ramBytesUsed();
    }

    @Override
    public void close() {
        Releasables.close(tally, buckets);
    }
}
