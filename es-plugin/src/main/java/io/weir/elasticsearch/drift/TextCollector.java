package io.weir.elasticsearch.drift;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.index.fielddata.SortedBinaryDocValues;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.support.ValuesSource;
import org.jspecify.annotations.Nullable;

/** Frequent categories of a field without ordinals, such as one that a script makes. */
final class TextCollector implements FieldCollector {
    private final ValuesSource source;
    private final DocValueFormat format;
    private final CategoryBuckets buckets;
    private @Nullable SortedBinaryDocValues values;

    TextCollector(ValuesSource source, DocValueFormat format, BigArrays arrays, SketchMemory memory) {
        this.source = source;
        this.format = format;
        this.buckets = new CategoryBuckets(arrays, memory);
    }

    @Override
    public void startLeaf(LeafReaderContext leaf) throws IOException {
        values = source.bytesValues(leaf);
    }

    @Override
    public void collect(DocBatch batch) throws IOException {
        SortedBinaryDocValues texts = values;
        buckets.grow(batch.mostBucket());
        for (int i = 0; texts != null && i < batch.size(); i++) {
            if (texts.advanceExact(batch.doc(i))) {
                buckets.addPresent(batch.bucket(i), 1);
                for (int left = texts.docValueCount(); left > 0; left--) {
                    buckets.top(batch.bucket(i))
                            .add(format.format(texts.nextValue()).toString());
                }
            }
        }
    }

    @Override
    public void endLeaf() {
        values = null;
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
        buckets.close();
    }
}
