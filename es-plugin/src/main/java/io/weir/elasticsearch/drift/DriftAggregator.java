package io.weir.elasticsearch.drift;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.util.LongArray;
import org.elasticsearch.core.Releasables;
import org.elasticsearch.search.aggregations.AggregationExecutionContext;
import org.elasticsearch.search.aggregations.Aggregator;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.LeafBucketCollector;
import org.elasticsearch.search.aggregations.LeafBucketCollectorBase;
import org.elasticsearch.search.aggregations.metrics.MetricsAggregator;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes sketches of fields, for each bucket that it lies in. Documents are taken in batches, and each field reads a whole batch
 * at once: its doc values and its sketch stay in the processor's caches then.
 *
 * <p>Memory: per bucket and field some kilobytes, on the request circuit breaker.
 */
final class DriftAggregator extends MetricsAggregator {
    private final List<ComparedField> fields;
    /** Made one by one: the node closes an aggregator whose constructor has failed, too. */
    private final List<FieldCollector> collectors = new ArrayList<>();

    private final DocBatch batch = new DocBatch();
    private final SketchMemory memory;
    private LongArray documents;
    private boolean inLeaf;

    DriftAggregator(
            String name,
            List<ComparedField> fields,
            List<FieldSource> sources,
            boolean many,
            AggregationContext context,
            @Nullable Aggregator parent,
            @Nullable Map<String, Object> metadata)
            throws IOException {
        super(name, context, parent, metadata);
        this.fields = fields;
        this.memory = new SketchMemory(this::addRequestCircuitBreakerBytes);
        this.documents = bigArrays().newLongArray(1, true);
        for (int i = 0; i < sources.size(); i++) {
            long seed = context.shardRandomSeed() * 31L + i;
            collectors.add(FieldCollector.of(sources.get(i), many, bigArrays(), memory, seed));
        }
    }

    @Override
    protected LeafBucketCollector getLeafCollector(AggregationExecutionContext leaf, LeafBucketCollector sub)
            throws IOException {
        endLeaf();
        for (FieldCollector collector : collectors) {
            collector.startLeaf(leaf.getLeafReaderContext());
        }
        inLeaf = true;
        return new LeafBucketCollectorBase(sub, null) {
            @Override
            public void collect(int doc, long bucket) throws IOException {
                if (batch.add(doc, bucket)) {
                    flush();
                }
            }
        };
    }

    private void flush() throws IOException {
        documents = bigArrays().grow(documents, batch.mostBucket() + 1);
        batch.count(documents);
        for (FieldCollector collector : collectors) {
            collector.collect(batch);
        }
        batch.clear();
        memory.added(DocBatch.SIZE, collectors);
    }

    private void endLeaf() throws IOException {
        if (!inLeaf) {
            return;
        }
        flush();
        for (FieldCollector collector : collectors) {
            collector.endLeaf();
        }
        inLeaf = false;
        memory.measure(collectors);
    }

    @Override
    protected void doPostCollection() throws IOException {
        endLeaf();
    }

    @Override
    public InternalAggregation buildAggregation(long bucket) {
        long count = bucket < documents.size() ? documents.get(bucket) : 0;
        List<ColumnSketch> sketches = collectors.stream()
                .map(collector -> collector.sketch(bucket, count))
                .toList();
        return InternalDrift.found(name, metadata(), fields, sketches);
    }

    @Override
    public InternalAggregation buildEmptyAggregation() {
        List<ColumnSketch> sketches = collectors.stream()
                .map(collector -> collector.sketch(Long.MAX_VALUE, 0))
                .toList();
        return InternalDrift.found(name, metadata(), fields, sketches);
    }

    @Override
    protected void doClose() {
        // The node also closes an aggregator of which not even the base could be made.
        if (collectors != null) {
            Releasables.close(collectors);
        }
        Releasables.close(documents);
    }
}
