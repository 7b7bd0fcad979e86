package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.drift.InternalDrift;
import io.weir.elasticsearch.store.Identity;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.elasticsearch.action.ActionListener;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.support.PlainActionFuture;
import org.elasticsearch.client.internal.Client;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.search.aggregations.InternalAggregations;
import org.elasticsearch.search.aggregations.bucket.composite.InternalComposite;
import org.elasticsearch.search.aggregations.bucket.histogram.InternalDateHistogram;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;
import org.jspecify.annotations.Nullable;

/** Reads the series of a detector's groups, as the detector's creator, all or nothing. */
final class MetricReader {
    /** More than the search's own timeout, which answers first. */
    private static final TimeValue PATIENCE = TimeValue.timeValueSeconds(90);

    /**
     * What was read.
     *
     * @param from start of the first interval
     * @param buckets intervals read
     * @param groups one entry a group, {@code max_groups} at most
     * @param truncated whether there were more groups
     * @param shards shards asked; 0 if no index matches
     */
    record Reading(long from, int buckets, List<GroupSeries> groups, boolean truncated, int shards) {}

    private final MetricSearch search;
    private final Identity identity;

    MetricReader(MetricSearch search, Identity identity) {
        this.search = search;
        this.identity = identity;
    }

    /**
     * Reads the intervals from {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @throws IncompleteSearchException if a shard failed or time ran out: half an answer would look like trouble
     */
    Reading read(Client client, DetectorDefinition definition, Map<String, String> creator, long from, long to) {
        int buckets = Math.toIntExact((to - from) / definition.intervalMillis());
        List<GroupSeries> groups = new ArrayList<>();
        Map<String, Object> after = null;
        int shards = 0;
        do {
            SearchRequest request = search.request(definition, from, to, after);
            Page page = page(client, creator, request, definition, from, buckets);
            groups.addAll(page.groups());
            after = page.after();
            shards = page.shards();
        } while (after != null && groups.size() <= definition.maxGroups());
        boolean truncated = groups.size() > definition.maxGroups();
        return new Reading(
                from, buckets, truncated ? groups.subList(0, definition.maxGroups()) : groups, truncated, shards);
    }

    private record Page(List<GroupSeries> groups, @Nullable Map<String, Object> after, int shards) {}

    private Page page(
            Client client,
            Map<String, String> creator,
            SearchRequest request,
            DetectorDefinition definition,
            long from,
            int buckets) {
        PlainActionFuture<Page> future = new PlainActionFuture<>();
        try (ThreadContext.StoredContext ignored = identity.as(creator)) {
            ActionListener<SearchResponse> listener = future.map(response -> page(response, definition, from, buckets));
            client.search(request, listener);
        }
        return future.actionGet(PATIENCE);
    }

    private static Page page(SearchResponse response, DetectorDefinition definition, long from, int buckets) {
        if (response.isTimedOut() || response.getFailedShards() > 0) {
            throw new IncompleteSearchException(
                    response.getFailedShards(), response.getTotalShards(), response.isTimedOut());
        }
        InternalAggregations aggregations = response.getAggregations();
        if (aggregations == null) {
            // No index matches, so no shard was asked.
            return new Page(List.of(), null, response.getTotalShards());
        }
        if (definition.groupBy().isEmpty()) {
            GroupSeries all = series(Map.of(), aggregations.get(MetricSearch.TIME), definition, from, buckets);
            return new Page(List.of(all), null, response.getTotalShards());
        }
        InternalComposite composite = aggregations.get(MetricSearch.GROUPS);
        List<GroupSeries> groups = new ArrayList<>();
        for (InternalComposite.InternalBucket bucket : composite.getBuckets()) {
            Map<String, String> group = new TreeMap<>();
            bucket.getKey().forEach((field, value) -> group.put(field, clipped(String.valueOf(value))));
            groups.add(series(group, bucket.getAggregations().get(MetricSearch.TIME), definition, from, buckets));
        }
        return new Page(groups, composite.afterKey(), response.getTotalShards());
    }

    private static GroupSeries series(
            Map<String, String> group,
            InternalDateHistogram histogram,
            DetectorDefinition definition,
            long from,
            int buckets) {
        double[][] values = new double[definition.clauses().size()][buckets];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        @Nullable DriftSeen[][] drift = new @Nullable DriftSeen[values.length][];
        boolean heard = false;
        for (InternalDateHistogram.Bucket bucket : histogram.getBuckets()) {
            long at = ((ZonedDateTime) bucket.getKey()).toInstant().toEpochMilli();
            int column = Math.toIntExact((at - from) / definition.intervalMillis());
            heard |= bucket.getDocCount() > 0;
            if (column < 0 || column >= buckets || !heard) {
                // Before its first document a group does not exist: its empty intervals are no zeros.
                continue;
            }
            for (int row = 0; row < values.length; row++) {
                Clause clause = definition.clauses().get(row);
                if (clause.condition() instanceof Condition.Drift) {
                    drift[row] = drift[row] == null ? new @Nullable DriftSeen[buckets] : drift[row];
                    DriftSeen seen = seen(bucket, clause);
                    drift[row][column] = seen;
                    values[row][column] = seen == null ? Double.NaN : seen.drifted();
                } else {
                    values[row][column] = value(histogram, bucket, clause);
                }
            }
        }
        return new GroupSeries(group, values, drift);
    }

    /** What was compared in an interval; null if there is no document in it. */
    private static @Nullable DriftSeen seen(InternalDateHistogram.Bucket bucket, Clause clause) {
        InternalDrift drift = bucket.getAggregations().get(clause.name());
        return bucket.getDocCount() == 0 || drift == null || drift.report() == null
                ? null
                : DriftSeen.of(drift.report());
    }

    private static double value(InternalDateHistogram histogram, InternalDateHistogram.Bucket bucket, Clause clause) {
        // Keeps a sum or count of nothing, which is 0, and leaves an average of nothing a gap.
        Double value = BucketHelpers.resolveBucketValue(histogram, bucket, clause.bucketsPath(), GapPolicy.KEEP_VALUES);
        return value == null || value.isInfinite() ? Double.NaN : value;
    }

    /** The contract's limit for a group's value. */
    private static String clipped(String value) {
        return value.length() <= 512 ? value : value.substring(0, 512);
    }
}
