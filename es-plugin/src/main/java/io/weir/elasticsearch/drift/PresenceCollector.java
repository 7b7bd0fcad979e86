package io.weir.elasticsearch.drift;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.index.fielddata.DocValueBits;
import org.elasticsearch.search.aggregations.support.ValuesSource;
import org.jspecify.annotations.Nullable;

/** Counts documents with a value, and looks at none. Without a source no document has one. */
final class PresenceCollector implements FieldCollector {
    private final @Nullable ValuesSource source;
    private final BigArrays arrays;
    private LongArray present;
    private @Nullable DocValueBits bits;

    PresenceCollector(@Nullable ValuesSource source, BigArrays arrays) {
        this.source = source;
        this.arrays = arrays;
        this.present = arrays.newLongArray(1, true);
    }

    @Override
    public void startLeaf(LeafReaderContext leaf) throws IOException {
        bits = source == null ? null : source.docsWithValue(leaf);
    }

    @Override
    public void collect(DocBatch batch) throws IOException {
        DocValueBits has = bits;
        if (has == null) {
            return;
        }
        present = arrays.grow(present, batch.mostBucket() + 1);
        for (int i = 0; i < batch.size(); i++) {
            if (has.advanceExact(batch.doc(i))) {
                present.increment(batch.bucket(i), 1);
            }
        }
    }

    @Override
    public void endLeaf() {
        bits = null;
    }

    @Override
    public ColumnSketch sketch(long bucket, long documents) {
        return ColumnSketch.presence(documents, bucket < present.size() ? present.get(bucket) : 0, source != null);
    }

    @Override
    public long ramBytesUsed() {
        return 0;
    }

    @Override
    public void close() {
        Releasables.close(present);
    }
}
