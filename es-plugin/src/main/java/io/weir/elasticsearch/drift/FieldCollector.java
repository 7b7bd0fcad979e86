package io.weir.elasticsearch.drift;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.core.Releasable;
import org.elasticsearch.search.aggregations.support.ValuesSource;

/** Makes sketches of one field, one for each bucket. Used by one thread. */
interface FieldCollector extends Releasable {
    /** Goes on with another segment. */
    void startLeaf(LeafReaderContext leaf) throws IOException;

    /** Takes documents of the segment. */
    void collect(DocBatch batch) throws IOException;

    /** Is done with the segment. */
    void endLeaf() throws IOException;

    /** What was found in a bucket of so many documents; nothing if it has none. */
    ColumnSketch sketch(long bucket, long documents);

    /** Heap of the sketches in bytes; what lies in big arrays accounts for itself. */
    long ramBytesUsed();

    @Override
    default void close() {}

    /** A collector that reads that source. */
    static FieldCollector of(FieldSource source, boolean many, BigArrays arrays, SketchMemory memory, long seed) {
        ValuesSource values = source.values();
        if (values == null) {
            return new PresenceCollector(null, arrays);
        }
        return switch (source.kind()) {
            case NUMBERS -> new NumberCollector((ValuesSource.Numeric) values, source.scale(), arrays, memory, seed);
            case ORDINALS ->
                new OrdinalCollector((ValuesSource.Bytes.WithOrdinals) values, source.format(), many, arrays, memory);
            case TEXTS -> new TextCollector(values, source.format(), arrays, memory);
            case NUMBER_CATEGORIES ->
                new NumberCategoryCollector((ValuesSource.Numeric) values, source.format(), arrays, memory);
            case PRESENCE, UNMAPPED -> new PresenceCollector(values, arrays);
        };
    }
}
