package io.weir.elasticsearch.drift;

import io.weir.drift.DriftReport;
import io.weir.drift.DriftReportJson;
import io.weir.elasticsearch.wire.WireVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.elasticsearch.common.bytes.BytesReference;
import org.elasticsearch.common.io.stream.BytesStreamOutput;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.AggregatorReducer;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a {@code drift} aggregation: sketches on the way, a report at its end.
 *
 * <p>On the wire, after what every aggregation writes: version of this layout, whether there is a report; then the report as
 * {@link DriftReportJson} and the fields that no index has, or the fields and their sketches.
 */
public final class InternalDrift extends InternalAggregation {
    private final List<ComparedField> fields;
    private final List<ColumnSketch> sketches;
    private final @Nullable DriftReport report;
    private final List<String> unmapped;

    private InternalDrift(
            String name,
            @Nullable Map<String, Object> metadata,
            List<ComparedField> fields,
            List<ColumnSketch> sketches,
            @Nullable DriftReport report,
            List<String> unmapped) {
        super(name, metadata);
        this.fields = fields;
        this.sketches = sketches;
        this.report = report;
        this.unmapped = unmapped;
    }

    /** What was found so far; one sketch a field, in their order. */
    static InternalDrift found(
            String name,
            @Nullable Map<String, Object> metadata,
            List<ComparedField> fields,
            List<ColumnSketch> sketches) {
        return new InternalDrift(name, metadata, List.copyOf(fields), List.copyOf(sketches), null, List.of());
    }

    /** What follows from it. */
    static InternalDrift judged(
            String name, @Nullable Map<String, Object> metadata, DriftReport report, List<String> unmapped) {
        return new InternalDrift(name, metadata, List.of(), List.of(), report, List.copyOf(unmapped));
    }

    /** Reads what {@link #doWriteTo} wrote. */
    public InternalDrift(StreamInput in) throws IOException {
        super(in);
        WireVersion.read(in, DriftAggregationBuilder.NAME);
        if (in.readBoolean()) {
            report = DriftReportJson.read(in.readByteArray());
            unmapped = in.readStringCollectionAsImmutableList();
            fields = List.of();
            sketches = List.of();
        } else {
            report = null;
            unmapped = List.of();
            fields = in.readCollectionAsImmutableList(ComparedField::readFrom);
            sketches = in.readCollectionAsImmutableList(ColumnSketch::readFrom);
        }
    }

    List<ComparedField> fields() {
        return fields;
    }

    List<ColumnSketch> sketches() {
        return sketches;
    }

    /** The report; null before the last reduction. */
    public @Nullable DriftReport report() {
        return report;
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        WireVersion.write(out);
        out.writeBoolean(report != null);
        if (report != null) {
            out.writeByteArray(DriftReportJson.write(report));
            out.writeStringCollection(unmapped);
        } else {
            out.writeCollection(fields);
            out.writeCollection(sketches);
        }
    }

    @Override
    public XContentBuilder doXContentBody(XContentBuilder builder, Params params) throws IOException {
        if (report == null) {
            return builder;
        }
        NodeXContent.writeFields(builder, DriftReportJson.toNode(report));
        return builder.field(DriftFields.UNMAPPED, unmapped);
    }

    @Override
    protected AggregatorReducer getLeaderReducer(AggregationReduceContext context, int size) {
        return new DriftReducer(getName(), getMetadata(), fields, context);
    }

    @Override
    protected boolean mustReduceOnSingleInternalAgg() {
        return true;
    }

    /** A sample is judged by the documents that it has: few of them are a reason to be unsure. */
    @Override
    public InternalAggregation finalizeSampling(org.elasticsearch.search.aggregations.support.SamplingContext context) {
        return this;
    }

    /** Numbers that other aggregations can use, see {@link DriftProperties}. */
    @Override
    public Object getProperty(List<String> path) {
        return path.isEmpty() ? this : DriftProperties.of(getName(), report, String.join(".", path));
    }

    @Override
    public String getWriteableName() {
        return DriftAggregationBuilder.NAME;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof InternalDrift that
                && Objects.equals(report, that.report)
                && unmapped.equals(that.unmapped)
                && bytes().equals(that.bytes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), report, unmapped, bytes());
    }

    /** Sketches have no equality but that of their bytes. */
    private BytesReference bytes() {
        try (BytesStreamOutput out = new BytesStreamOutput()) {
            out.writeCollection(fields);
            out.writeCollection(sketches);
            return out.bytes();
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        }
    }
}
