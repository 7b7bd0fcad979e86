package io.weir.elasticsearch.anomaly;

import io.weir.elasticsearch.Registration;
import java.util.List;
import org.elasticsearch.plugins.SearchPlugin.PipelineAggregationSpec;

/** Registers the {@code anomaly} aggregation and the reader of its results. */
public final class AnomalyRegistration implements Registration {

    @Override
    public List<PipelineAggregationSpec> pipelineAggregations() {
        return List.of(new PipelineAggregationSpec(
                        AnomalyAggregationBuilder.NAME, AnomalyAggregationBuilder::new, AnomalyRequestParser::parse)
                .addResultReader(InternalAnomaly::new));
    }
}
