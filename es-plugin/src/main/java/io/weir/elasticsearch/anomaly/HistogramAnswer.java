package io.weir.elasticsearch.anomaly;

import java.util.List;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.InternalAggregations;
import org.elasticsearch.search.aggregations.InternalMultiBucketAggregation;
import org.elasticsearch.search.aggregations.InternalMultiBucketAggregation.InternalBucket;
import org.elasticsearch.search.aggregations.bucket.InternalSingleBucketAggregation;
import org.elasticsearch.search.aggregations.bucket.histogram.HistogramFactory;
import org.elasticsearch.search.aggregations.support.AggregationPath;
import org.elasticsearch.search.aggregations.support.AggregationPath.PathElement;
import org.jspecify.annotations.Nullable;

/**
 * Where a buckets path ends in an answer.
 *
 * @param histogram the histogram that the path leads through, null if a bucket on the way is not in the answer
 * @param metric the rest of the path, from a bucket of it to a number
 * @param missing one sentence on what is not in the answer, empty if nothing
 */
record HistogramAnswer(@Nullable InternalMultiBucketAggregation<?, ?> histogram, List<String> metric, String missing) {

    /**
     * Follows a path that {@link HistogramRequest} has accepted.
     *
     * @throws IllegalArgumentException if the answer has another form than the request
     */
    static HistogramAnswer find(String path, InternalAggregations siblings) {
        List<PathElement> elements = BucketsPath.parse(path);
        InternalAggregations level = siblings;
        for (int i = 0; i < elements.size(); i++) {
            PathElement element = elements.get(i);
            InternalAggregation here = level.get(element.name());
            if (here instanceof InternalSingleBucketAggregation one) {
                level = one.getAggregations();
            } else if (here instanceof InternalMultiBucketAggregation<?, ?> many
                    && AggregationPath.pathElementContainsBucketKey(element)) {
                @Nullable InternalBucket bucket = bucket(many, BucketsPath.bucketKey(element));
                if (bucket == null) {
                    return new HistogramAnswer(
                            null,
                            List.of(),
                            "no bucket [" + BucketsPath.bucketKey(element) + "] in [" + element.name() + "]");
                }
                level = bucket.getAggregations();
            } else if (here instanceof InternalMultiBucketAggregation<?, ?> many && here instanceof HistogramFactory) {
                return new HistogramAnswer(
                        many, AggregationPath.pathElementsAsStringList(elements.subList(i + 1, elements.size())), "");
            } else {
                break;
            }
        }
        throw new IllegalArgumentException(Problems.refusal(
                AnomalyFields.BUCKETS_PATH,
                path,
                "must lead through a date_histogram, histogram or auto_date_histogram in the answer"));
    }

    private static @Nullable InternalBucket bucket(InternalMultiBucketAggregation<?, ?> many, String key) {
        for (InternalBucket bucket : many.getBuckets()) {
            if (bucket.getKeyAsString().equals(key)) {
                return bucket;
            }
        }
        return null;
    }
}
