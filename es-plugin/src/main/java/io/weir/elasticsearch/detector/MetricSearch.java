package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.index.query.AbstractQueryBuilder;
import org.elasticsearch.index.query.BoolQueryBuilder;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.index.query.QueryBuilders;
import org.elasticsearch.index.query.RangeQueryBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregatorFactories;
import org.elasticsearch.search.aggregations.PipelineAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.composite.CompositeAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.composite.CompositeValuesSourceBuilder;
import org.elasticsearch.search.aggregations.bucket.composite.TermsValuesSourceBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramInterval;
import org.elasticsearch.search.aggregations.bucket.histogram.LongBounds;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.xcontent.NamedXContentRegistry;
import org.elasticsearch.xcontent.XContentParser;
import org.elasticsearch.xcontent.XContentParserConfiguration;
import org.elasticsearch.xcontent.json.JsonXContent;
import org.jspecify.annotations.Nullable;

/**
 * The search behind a detector: a date histogram of the clauses' aggregations, inside a composite of the grouping fields.
 *
 * <p>The server's own parsers read the user's query and aggregations, so they mean here what they mean in a search.
 */
final class MetricSearch {
    static final String GROUPS = "weir_groups";
    static final String TIME = "weir_time";

    /** Below the server's own limit of 65,536 buckets, with room for the composite's. */
    private static final int BUCKETS_A_PAGE = 50_000;

    /** Each holds sketches of every field: with twenty fields some hundred kilobytes. */
    private static final int COMPARISONS_A_PAGE = 500;

    /** A run that needs longer is told so, and tries again at the next interval. */
    private static final TimeValue TIMEOUT = TimeValue.timeValueSeconds(60);

    private final NamedXContentRegistry registry;

    MetricSearch(NamedXContentRegistry registry) {
        this.registry = registry;
    }

    /** Groups asked for in one request of {@code buckets} intervals. */
    static int pageSize(DetectorDefinition definition, int buckets) {
        int most = definition.compares() ? COMPARISONS_A_PAGE : BUCKETS_A_PAGE;
        return Math.max(1, Math.min(definition.maxGroups() + 1, most / (buckets + 1)));
    }

    /**
     * A request for the intervals from {@code from} (inclusive) to {@code to} (exclusive), both multiples of the interval.
     *
     * @param after the last group of the page before, or null for the first
     */
    SearchRequest request(DetectorDefinition definition, long from, long to, @Nullable Map<String, Object> after) {
        DateHistogramAggregationBuilder time = new DateHistogramAggregationBuilder(TIME)
                .field(definition.timeField())
                .fixedInterval(new DateHistogramInterval(definition.intervalMillis() + "ms"))
                .minDocCount(0)
                .extendedBounds(new LongBounds(from, to - definition.intervalMillis()));
        for (int i = 0; i < definition.clauses().size(); i++) {
            time.subAggregation(aggregation(definition.clauses().get(i), i));
        }
        SearchSourceBuilder source = new SearchSourceBuilder()
                .size(0)
                .trackTotalHits(false)
                .timeout(TIMEOUT)
                .query(query(definition, from, to))
                .aggregation(definition.groupBy().isEmpty() ? time : grouped(definition, from, to, time, after));
        return new SearchRequest(definition.index().toArray(String[]::new))
                .allowPartialSearchResults(false)
                .source(source);
    }

    private AggregationBuilder grouped(
            DetectorDefinition definition,
            long from,
            long to,
            DateHistogramAggregationBuilder time,
            @Nullable Map<String, Object> after) {
        List<CompositeValuesSourceBuilder<?>> sources = definition.groupBy().stream()
                .<CompositeValuesSourceBuilder<?>>map(field -> new TermsValuesSourceBuilder(field).field(field))
                .toList();
        int buckets = (int) ((to - from) / definition.intervalMillis());
        CompositeAggregationBuilder groups = new CompositeAggregationBuilder(GROUPS, sources)
                .size(pageSize(definition, buckets))
                .subAggregation(time);
        return after == null ? groups : groups.aggregateAfter(after);
    }

    private QueryBuilder query(DetectorDefinition definition, long from, long to) {
        RangeQueryBuilder range = QueryBuilders.rangeQuery(definition.timeField())
                .gte(from)
                .lt(to)
                .format("epoch_millis");
        BoolQueryBuilder all = QueryBuilders.boolQuery().filter(range);
        ObjectNode query = definition.query();
        if (query != null) {
            all.filter(parsed("query", query, parser -> AbstractQueryBuilder.parseTopLevelQuery(parser)));
        }
        return all;
    }

    private AggregationBuilder aggregation(Clause clause, int index) {
        String at = "clauses[" + index + "].aggregation";
        ObjectNode named = StrictJson.object();
        named.set(clause.name(), clause.aggregation());
        AggregatorFactories.Builder builder = parsed(at, named, parser -> {
            parser.nextToken();
            return AggregatorFactories.parseAggregators(parser);
        });
        for (PipelineAggregationBuilder pipeline : builder.getPipelineAggregatorFactories()) {
            throw new InvalidJsonException(
                    at + " is the pipeline aggregation '" + pipeline.getType() + "', must be one that reads documents");
        }
        return builder.getAggregatorFactories().iterator().next();
    }

    private <T> T parsed(String at, ObjectNode json, Reader<T> reader) {
        try (XContentParser parser = JsonXContent.jsonXContent.createParser(
                XContentParserConfiguration.EMPTY.withRegistry(registry), StrictJson.write(json))) {
            return reader.read(parser);
        } catch (IOException | RuntimeException e) {
            throw new InvalidJsonException(at + " is not understood by this server: " + e.getMessage());
        }
    }

    private interface Reader<T> {
        T read(XContentParser parser) throws IOException;
    }
}
