package io.weir.elasticsearch.anomaly;

import java.util.List;
import org.elasticsearch.search.aggregations.AggregationExecutionException;
import org.elasticsearch.search.aggregations.support.AggregationPath;
import org.elasticsearch.search.aggregations.support.AggregationPath.PathElement;

/** A {@code buckets_path} in its parts. */
final class BucketsPath {
    /** Every bucket's own number of documents. */
    static final String COUNT = "_count";

    private BucketsPath() {}

    /**
     * The elements of a path.
     *
     * @throws IllegalArgumentException naming the path and the form it must have
     */
    static List<PathElement> parse(String path) {
        try {
            return AggregationPath.parse(path).getPathElements();
        } catch (AggregationExecutionException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Problems.refusal(
                            AnomalyFields.BUCKETS_PATH,
                            path,
                            "must have the form histogram>metric or histogram>metric.value, with > between aggregations"),
                    e);
        }
    }

    /** The key in {@code services['checkout']}, without its quotes. */
    static String bucketKey(PathElement element) {
        return element.key().substring(1, element.key().length() - 1);
    }
}
