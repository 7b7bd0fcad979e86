package io.weir.elasticsearch.drift;

import io.weir.elasticsearch.wire.WireVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.SetOnce;
import org.elasticsearch.TransportVersion;
import org.elasticsearch.common.io.stream.StreamInput;
import org.elasticsearch.common.io.stream.StreamOutput;
import org.elasticsearch.index.query.QueryRewriteContext;
import org.elasticsearch.search.aggregations.AbstractAggregationBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.AggregatorFactory;
import org.elasticsearch.search.aggregations.support.AggregationContext;
import org.elasticsearch.xcontent.XContentBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A request to compare fields with a reference.
 *
 * <p>On the wire, after what every aggregation writes: version of this layout, {@link DriftRequest}, and, once the reference is
 * known, as what each field is read ({@link Reading}). The reference itself stays on the node that got the search.
 */
public final class DriftAggregationBuilder extends AbstractAggregationBuilder<DriftAggregationBuilder> {
    /** The name of the aggregation in a request. */
    public static final String NAME = "drift";

    private final DriftRequest request;
    private final List<Reading> readings;

    /** Known on the coordinating node only; neither sent nor compared. */
    private final @Nullable DriftPlan plan;

    private final @Nullable SetOnce<DriftPlan> pending;

    /** The node's; neither sent nor compared. */
    private final ReferenceProfiles profiles;

    DriftAggregationBuilder(String name, DriftRequest request, ReferenceProfiles profiles) {
        this(name, request, profiles, List.of(), null, null);
    }

    private DriftAggregationBuilder(
            String name,
            DriftRequest request,
            ReferenceProfiles profiles,
            List<Reading> readings,
            @Nullable DriftPlan plan,
            @Nullable SetOnce<DriftPlan> pending) {
        super(name);
        this.request = request;
        this.profiles = profiles;
        this.readings = readings;
        this.plan = plan;
        this.pending = pending;
    }

    private DriftAggregationBuilder(
            DriftAggregationBuilder other,
            AggregatorFactories.Builder factories,
            @Nullable Map<String, Object> metadata) {
        super(other, factories, metadata);
        request = other.request;
        profiles = other.profiles;
        readings = other.readings;
        plan = other.plan;
        pending = other.pending;
    }

    /** Reads what {@link #doWriteTo} wrote. */
    DriftAggregationBuilder(StreamInput in, ReferenceProfiles profiles) throws IOException {
        super(in);
        WireVersion.read(in, NAME);
        this.profiles = profiles;
        request = DriftRequest.readFrom(in);
        readings = in.readCollectionAsList(Reading::readFrom);
        plan = null;
        pending = null;
    }

    /** The same with a reference that is known, as the coordinating node has it. */
    DriftAggregationBuilder planned(DriftPlan known) {
        return changed(known.readings(), known, null);
    }

    private DriftAggregationBuilder changed(
            List<Reading> how, @Nullable DriftPlan known, @Nullable SetOnce<DriftPlan> awaited) {
        DriftAggregationBuilder changed = new DriftAggregationBuilder(name, request, profiles, how, known, awaited);
        changed.metadata = metadata;
        return changed;
    }

    DriftRequest request() {
        return request;
    }

    /** The reference, where it is known. */
    @Nullable
    DriftPlan plan() {
        return plan;
    }

    @Override
    protected AggregationBuilder doRewrite(QueryRewriteContext context) {
        if (!readings.isEmpty()) {
            return this;
        }
        if (pending != null) {
            DriftPlan known = pending.get();
            return known == null ? this : planned(known);
        }
        SetOnce<DriftPlan> awaited = new SetOnce<>();
        new ReferenceFetch(name, request, profiles).start(context, awaited::set);
        return changed(List.of(), null, awaited);
    }

    @Override
    protected AggregatorFactory doBuild(
            AggregationContext context, @Nullable AggregatorFactory parent, AggregatorFactories.Builder subFactories)
            throws IOException {
        if (subFactories.count() > 0) {
            throw new IllegalArgumentException(
                    "drift aggregation [" + name + "] has sub-aggregations and takes none; put them beside it");
        }
        if (readings.size() != request.fields().size()) {
            throw new IllegalStateException("drift aggregation [" + name
                    + "] reached a shard before its reference was looked up; it works in searches only");
        }
        return new DriftAggregatorFactory(name, request.fields(), readings, context, parent, subFactories, metadata);
    }

    @Override
    protected void doWriteTo(StreamOutput out) throws IOException {
        WireVersion.write(out);
        request.writeTo(out);
        out.writeCollection(readings);
    }

    @Override
    protected XContentBuilder internalXContent(XContentBuilder builder, Params params) throws IOException {
        builder.startObject();
        request.toXContent(builder, params);
        return builder.endObject();
    }

    @Override
    protected AggregationBuilder shallowCopy(
            AggregatorFactories.Builder factories, @Nullable Map<String, Object> withMetadata) {
        return new DriftAggregationBuilder(this, factories, withMetadata);
    }

    @Override
    public BucketCardinality bucketCardinality() {
        return BucketCardinality.NONE;
    }

    /** A sample is judged by the documents that it has. */
    @Override
    public boolean supportsSampling() {
        return true;
    }

    @Override
    public String getType() {
        return NAME;
    }

    @Override
    public TransportVersion getMinimalSupportedVersion() {
        return TransportVersion.minimumCompatible();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && request.equals(((DriftAggregationBuilder) other).request)
                && readings.equals(((DriftAggregationBuilder) other).readings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), request, readings);
    }
}
