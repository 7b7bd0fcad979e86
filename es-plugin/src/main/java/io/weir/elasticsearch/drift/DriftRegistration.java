package io.weir.elasticsearch.drift;

import io.weir.elasticsearch.Registration;
import java.util.List;
import org.elasticsearch.plugins.SearchPlugin.AggregationSpec;

/** Registers the {@code drift} aggregation and the reader of its results. */
public final class DriftRegistration implements Registration {

    @Override
    public List<AggregationSpec> aggregations() {
        return List.of(new AggregationSpec(
                        DriftAggregationBuilder.NAME, DriftAggregationBuilder::new, DriftRequestParser::parse)
                .addResultReader(InternalDrift::new));
    }
}
