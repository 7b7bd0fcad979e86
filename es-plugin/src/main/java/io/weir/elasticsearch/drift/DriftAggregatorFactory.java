package io.weir.elasticsearch.drift;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticsearch.search.aggregations.Aggregator;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.AggregatorFactory;
import org.elasticsearch.search.aggregations.CardinalityUpperBound;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.jspecify.annotations.Nullable;

/** Finds the fields in a shard's mapping, and makes aggregators that read them. */
final class DriftAggregatorFactory extends AggregatorFactory {
    private final List<ComparedField> fields;
    private final List<FieldSource> sources;

    DriftAggregatorFactory(
            String name,
            List<ComparedField> fields,
            List<Reading> readings,
            AggregationContext context,
            @Nullable AggregatorFactory parent,
            AggregatorFactories.Builder subFactories,
            @Nullable Map<String, Object> metadata)
            throws IOException {
        super(name, context, parent, subFactories, metadata);
        this.fields = fields;
        this.sources = new ArrayList<>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            sources.add(FieldSource.of(fields.get(i), readings.get(i), context));
        }
    }

    @Override
    protected Aggregator createInternal(
            @Nullable Aggregator parent, CardinalityUpperBound cardinality, @Nullable Map<String, Object> metadata)
            throws IOException {
        boolean many = cardinality != CardinalityUpperBound.ONE && cardinality != CardinalityUpperBound.NONE;
        return new DriftAggregator(name, fields, sources, many, context, parent, metadata);
    }
}
