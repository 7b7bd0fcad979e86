package io.weir.elasticsearch.anomaly;

import io.weir.elasticsearch.wire.WireVersion;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.search.aggregations.pipeline.AbstractPipelineAggregationBuilder;
import org.elasticsearch.search.aggregations.pipeline.PipelineAggregator;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A request for anomalies in a metric of a sibling histogram.
 *
 * <p>On the wire, after what every pipeline aggregation writes: version of this layout, then {@link AnomalyParameters}.
 */
public final class AnomalyAggregationBuilder extends AbstractPipelineAggregationBuilder<AnomalyAggregationBuilder> {
    /** The name of the aggregation in a request. */
    public static final String NAME = "anomaly";

    private final AnomalyParameters parameters;

    /** Found while the request is validated, where the histogram can be seen; not part of what is sent or compared. */
    private Spacing spacing = Spacing.ORDINAL;

    /**
     * Asks for anomalies.
     *
     * @param name what the answer is called
     * @param bucketsPath from a sibling through a histogram to one number, such as {@code per_minute>latency.95}
     * @param parameters how to look at the series
     */
    public AnomalyAggregationBuilder(String name, String bucketsPath, AnomalyParameters parameters) {
        super(name, NAME, new String[] {bucketsPath});
        this.parameters = parameters;
    }

    /** Reads what {@link #doWriteTo} wrote. */
    public AnomalyAggregationBuilder(StreamInput in) throws IOException {
        super(in, NAME);
        WireVersion.read(in, NAME);
        parameters = AnomalyParameters.readFrom(in);
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        WireVersion.write(out);
        parameters.writeTo(out);
    }

    @Override
    protected void validate(ValidationContext context) {
        try {
            spacing = HistogramRequest.find(getBucketsPaths()[0], context.getSiblingAggregations());
            spacing.checkSeason(parameters.settings().season());
        } catch (IllegalArgumentException e) {
            context.addValidationError(NAME + " aggregation [" + name + "]: " + e.getMessage());
        }
    }

    @Override
    protected PipelineAggregator createInternal(@Nullable Map<String, Object> metadata) {
        return new AnomalyPipelineAggregator(name, getBucketsPaths(), parameters, spacing, metadata);
    }

    @Override
    protected boolean overrideBucketsPath() {
        return true;
    }

    @Override
    protected XContentBuilder internalXContent(XContentBuilder builder, Params params) throws IOException {
        builder.field(AnomalyFields.BUCKETS_PATH, getBucketsPaths()[0]);
        return parameters.toXContent(builder, params);
    }

    @Override
    public String getWriteableName() {
        return NAME;
    }

    @Override
    public TransportVersion getMinimalSupportedVersion() {
        return TransportVersion.minimumCompatible();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && parameters.equals(((AnomalyAggregationBuilder) other).parameters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), parameters);
    }
}
