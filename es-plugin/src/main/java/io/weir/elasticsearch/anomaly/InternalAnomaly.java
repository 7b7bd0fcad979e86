package io.weir.elasticsearch.anomaly;

import io.weir.elasticsearch.wire.WireVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.AggregatorReducer;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an {@code anomaly} aggregation.
 *
 * <p>On the wire, after what every aggregation writes: version of this layout, {@link KeyFormat}, {@link AnomalyFindings},
 * {@link Rows}. It is made in the final reduction and never reduced itself.
 */
public final class InternalAnomaly extends InternalAggregation {
    private final KeyFormat keys;
    private final AnomalyFindings findings;
    private final Rows rows;

    InternalAnomaly(
            String name, @Nullable Map<String, Object> metadata, KeyFormat keys, AnomalyFindings findings, Rows rows) {
        super(name, metadata);
        this.keys = keys;
        this.findings = findings;
        this.rows = rows;
    }

    /** Reads what {@link #doWriteTo} wrote. */
    public InternalAnomaly(StreamInput in) throws IOException {
        super(in);
        WireVersion.read(in, AnomalyAggregationBuilder.NAME);
        keys = KeyFormat.readFrom(in);
        findings = AnomalyFindings.readFrom(in);
        rows = Rows.readFrom(in);
    }

    AnomalyFindings findings() {
        return findings;
    }

    Rows rows() {
        return rows;
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        WireVersion.write(out);
        keys.writeTo(out);
        findings.writeTo(out);
        rows.writeTo(out);
    }

    @Override
    public XContentBuilder doXContentBody(XContentBuilder builder, Params params) throws IOException {
        findings.write(builder, keys);
        rows.write(builder, keys);
        return builder;
    }

    /** Numbers that other pipeline aggregations can use, for instance to sort services by their last score. */
    @Override
    public Object getProperty(List<String> path) {
        if (path.isEmpty()) {
            return this;
        }
        String property = String.join(".", path);
        return switch (property) {
            case AnomalyFields.MAX_SCORE -> rows.maxScore();
            case AnomalyFields.LAST_SCORE -> rows.lastScore();
            case AnomalyFields.STRETCH_COUNT -> findings.stretches().size();
            case AnomalyFields.CHANGE_POINT_COUNT -> findings.changePoints().size();
            default ->
                throw new IllegalArgumentException(
                        "[" + property + "] is no property of anomaly aggregation [" + getName()
                                + "]; there are " + AnomalyFields.MAX_SCORE + ", " + AnomalyFields.LAST_SCORE + ", "
                                + AnomalyFields.STRETCH_COUNT + " and " + AnomalyFields.CHANGE_POINT_COUNT);
        };
    }

    @Override
    protected AggregatorReducer getLeaderReducer(AggregationReduceContext reduceContext, int size) {
        throw new UnsupportedOperationException("made in the final reduction, so there is nothing to reduce it with");
    }

    @Override
    protected boolean mustReduceOnSingleInternalAgg() {
        return false;
    }

    @Override
    public String getWriteableName() {
        return AnomalyAggregationBuilder.NAME;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof InternalAnomaly that
                && keys.equals(that.keys)
                && findings.equals(that.findings)
                && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), keys, findings, rows);
    }
}
