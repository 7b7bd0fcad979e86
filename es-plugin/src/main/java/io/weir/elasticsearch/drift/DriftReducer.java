package io.weir.elasticsearch.drift;

import io.weir.drift.DriftReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.AggregatorReducer;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.tasks.TaskCancelledException;
import org.jspecify.annotations.Nullable;

/** Merges what shards found; the last reduction judges it. */
final class DriftReducer implements AggregatorReducer {
    private final String name;
    private final @Nullable Map<String, Object> metadata;
    private final List<ComparedField> fields;
    private final AggregationReduceContext context;
    private final List<SketchMerge> merges;

    DriftReducer(
            String name,
            @Nullable Map<String, Object> metadata,
            List<ComparedField> fields,
            AggregationReduceContext context) {
        this.name = name;
        this.metadata = metadata;
        this.fields = fields;
        this.context = context;
        this.merges = fields.stream().map(SketchMerge::new).toList();
    }

    @Override
    public void accept(InternalAggregation aggregation) {
        if (context.isCanceled().get()) {
            throw new TaskCancelledException("cancelled while sketches of drift were merged");
        }
        List<ColumnSketch> sketches = ((InternalDrift) aggregation).sketches();
        for (int i = 0; i < merges.size(); i++) {
            merges.get(i).add(sketches.get(i));
        }
    }

    @Override
    public InternalAggregation get() {
        List<ColumnSketch> merged = merges.stream().map(SketchMerge::get).toList();
        if (!context.isFinalReduce()) {
            return InternalDrift.found(name, metadata, fields, merged);
        }
        DriftAggregationBuilder builder = (DriftAggregationBuilder) context.builder();
        if (builder.request().reference() instanceof DriftReference.None) {
            return InternalDrift.found(name, metadata, fields, merged);
        }
        DriftPlan plan = builder.plan();
        if (plan == null) {
            throw new IllegalStateException("drift aggregation [" + name
                    + "] is judged on a node that did not look its reference up; search the cluster directly");
        }
        DriftReport report = plan.judge(merged);
        return InternalDrift.judged(name, metadata, report, unmapped(merged));
    }

    private List<String> unmapped(List<ColumnSketch> merged) {
        List<String> unmapped = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (!merged.get(i).mapped()) {
                unmapped.add(fields.get(i).field());
            }
        }
        return unmapped;
    }
}
