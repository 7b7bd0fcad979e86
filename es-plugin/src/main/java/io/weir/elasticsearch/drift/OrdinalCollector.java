package io.weir.elasticsearch.drift;

import io.weir.sketch.TopValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.support.ValuesSource;
import org.jspecify.annotations.Nullable;

/**
 * Frequent categories of a field whose values the index has numbered: numbers are counted, and only at the end of a segment
 * their texts are looked up. Each value of a document counts.
 */
final class OrdinalCollector implements FieldCollector {
    private final ValuesSource.Bytes.WithOrdinals source;
    private final DocValueFormat format;
    private final boolean manyBuckets;
    private final SketchMemory memory;
    private final CategoryBuckets buckets;
    private final BigArrays arrays;
    private @Nullable CategoryTally tally;
    private @Nullable SortedSetDocValues many;
    private @Nullable SortedDocValues single;
    private int @Nullable [] counts;

    OrdinalCollector(
            ValuesSource.Bytes.WithOrdinals source,
            DocValueFormat format,
            boolean manyBuckets,
            BigArrays arrays,
            SketchMemory memory) {
        this.source = source;
        this.format = format;
        this.manyBuckets = manyBuckets;
        this.memory = memory;
        this.buckets = new CategoryBuckets(arrays, memory);
        this.arrays = arrays;
    }

    @Override
    public void startLeaf(LeafReaderContext leaf) throws IOException {
        SortedSetDocValues values = source.ordinalsValues(leaf);
        many = values;
        single = DocValues.unwrapSingleton(values);
        long size = values.getValueCount();
        if (!manyBuckets && size <= OrdinalCounts.MOST) {
            memory.charge(Integer.BYTES * size);
            counts = new int[(int) size];
        }
    }

    @Override
    public void collect(DocBatch batch) throws IOException {
        buckets.grow(batch.mostBucket());
        if (counts != null && single != null) {
            collectCounts(batch, counts, single);
        } else if (many != null) {
            collectTally(batch, many);
        }
    }

    private void collectCounts(DocBatch batch, int[] into, SortedDocValues values) throws IOException {
        int found = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (values.advanceExact(batch.doc(i))) {
                into[values.ordValue()]++;
                found++;
            }
        }
        buckets.addPresent(0, found);
    }

    private void collectTally(DocBatch batch, SortedSetDocValues values) throws IOException {
        for (int i = 0; i < batch.size(); i++) {
            if (values.advanceExact(batch.doc(i))) {
                long bucket = batch.bucket(i);
                buckets.addPresent(bucket, 1);
                for (int left = values.docValueCount(); left > 0; left--) {
                    long ord = values.nextOrd();
                    if (counts != null) {
                        counts[(int) ord]++;
                    } else {
                        tally().add(bucket, ord);
                    }
                }
            }
        }
        if (tally != null && tally.isLarge()) {
            drain();
        }
    }

    @Override
    public void endLeaf() throws IOException {
        if (counts != null && many != null) {
            OrdinalCounts.addTo(buckets.top(0), counts, many, format);
            memory.charge(-Integer.BYTES * (long) counts.length);
        } else {
            drain();
        }
        counts = null;
        many = null;
        single = null;
    }

    private CategoryTally tally() {
        CategoryTally counting = tally;
        if (counting == null) {
            counting = new CategoryTally(arrays);
            tally = counting;
        }
        return counting;
    }

    private void drain() {
        SortedSetDocValues values = many;
        if (values == null || tally == null) {
            return;
        }
        tally.drain((bucket, ord, count) -> {
            TopValues top = buckets.top(bucket);
            try {
                top.add(format.format(values.lookupOrd(ord)).toString(), count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public ColumnSketch sketch(long bucket, long documents) {
        return buckets.sketch(bucket, documents);
    }

    @Override
    public long ramBytesUsed() {
        return buckets.ramBytesUsed() + (counts == null ? 0 : Integer.BYTES * (long) counts.length);
    }

    @Override
    public void close() {
        Releasables.close(tally, buckets);
    }
}
