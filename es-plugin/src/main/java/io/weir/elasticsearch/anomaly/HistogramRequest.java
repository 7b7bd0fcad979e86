package io.weir.elasticsearch.anomaly;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elasticsearch.search.aggregations.AggregationBuilder;
import org.elasticsearch.search.aggregations.AggregationBuilder.BucketCardinality;
import org.elasticsearch.search.aggregations.PipelineAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.HistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.support.AggregationPath;
import org.elasticsearch.search.aggregations.support.AggregationPath.PathElement;

/** Follows a buckets path through a request, so that a wrong one is refused before anything is searched. */
final class HistogramRequest {
    /** It lives in a module of the server that a plugin cannot link against. */
    private static final String AUTO_DATE_HISTOGRAM = "auto_date_histogram";

    private final String path;
    private final List<PathElement> elements;

    private HistogramRequest(String path) {
        this.path = path;
        this.elements = BucketsPath.parse(path);
    }

    /**
     * Finds the histogram that {@code path} leads through.
     *
     * @param path from one of {@code siblings} through a histogram to a metric
     * @param siblings the aggregations beside the {@code anomaly} aggregation
     * @return how far apart its buckets are
     * @throws IllegalArgumentException naming the path, the place in it that is wrong, and what would be right
     */
    static Spacing find(String path, Collection<AggregationBuilder> siblings) {
        return new HistogramRequest(path).walk(siblings);
    }

    private Spacing walk(Collection<AggregationBuilder> siblings) {
        Collection<AggregationBuilder> level = siblings;
        for (int i = 0; i < elements.size(); i++) {
            AggregationBuilder here = named(elements.get(i), level);
            boolean oneBucket = here.bucketCardinality() == BucketCardinality.ONE
                    || AggregationPath.pathElementContainsBucketKey(elements.get(i));
            if (!oneBucket) {
                Spacing spacing = spacing(here);
                checkMetric(here, i + 1);
                return spacing;
            }
            level = here.getSubAggregations();
        }
        throw refused("ends before any histogram");
    }

    private AggregationBuilder named(PathElement element, Collection<AggregationBuilder> level) {
        return level.stream()
                .filter(builder -> builder.getName().equals(element.name()))
                .findFirst()
                .orElseThrow(() -> refused("names [" + element.name() + "], but there is only "
                        + level.stream()
                                .map(AggregationBuilder::getName)
                                .sorted()
                                .toList()));
    }

    private Spacing spacing(AggregationBuilder builder) {
        if (builder instanceof DateHistogramAggregationBuilder dates) {
            return DateSpacing.of(dates);
        }
        if (builder instanceof HistogramAggregationBuilder numbers) {
            return new NumberSpacing(numbers.interval());
        }
        if (builder.getType().equals(AUTO_DATE_HISTOGRAM)) {
            return Spacing.ORDINAL;
        }
        String hint = builder.bucketCardinality() == BucketCardinality.MANY
                ? "; to look into one of its buckets, name its key as in " + builder.getName()
                        + "['key']>per_minute>latency"
                : "";
        throw refused("leads to [" + builder.getName() + "], a [" + builder.getType()
                + "]; it must lead through a date_histogram, histogram or auto_date_histogram" + hint);
    }

    private void checkMetric(AggregationBuilder histogram, int next) {
        if (next == elements.size()) {
            throw refused("ends at the histogram [" + histogram.getName()
                    + "]; add what to look at, such as >_count or the " + "name of a metric in it");
        }
        String metric = elements.get(next).name();
        List<String> choices = Stream.concat(
                        histogram.getSubAggregations().stream().map(AggregationBuilder::getName),
                        histogram.getPipelineAggregations().stream().map(PipelineAggregationBuilder::getName))
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
        choices.addFirst(BucketsPath.COUNT);
        if (!choices.contains(metric)) {
            throw refused("names [" + metric + "], but histogram [" + histogram.getName() + "] has only " + choices);
        }
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("[" + AnomalyFields.BUCKETS_PATH + "] is [" + path + "], it " + why);
    }
}
