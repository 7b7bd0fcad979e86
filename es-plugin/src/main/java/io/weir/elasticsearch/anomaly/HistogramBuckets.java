package io.weir.elasticsearch.anomaly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.elasticsearch.search.DocValueFormat;
import org.elasticsearch.search.aggregations.InternalMultiBucketAggregation;
import org.elasticsearch.search.aggregations.InternalMultiBucketAggregation.InternalBucket;
import org.elasticsearch.search.aggregations.bucket.histogram.HistogramFactory;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;

/**
 * What a histogram answered, as columns in the order of its keys.
 *
 * @param keys start of each bucket: milliseconds since the epoch, or a number
 * @param docCounts documents in each bucket
 * @param values the metric of each bucket, NaN where it has none
 * @param format how its keys are written
 */
record HistogramBuckets(double[] keys, long[] docCounts, double[] values, KeyFormat format) {
    /** The answer of a histogram that is not there. */
    static final HistogramBuckets NONE =
            new HistogramBuckets(new double[0], new long[0], new double[0], new KeyFormat(false, DocValueFormat.RAW));

    /**
     * Reads a histogram's answer.
     *
     * @param metric where in a bucket the value lies
     * @param gapPolicy what an empty bucket stands for
     * @param onBucket called now and then, to end a cancelled search
     * @throws IllegalArgumentException if there is something else than one number
     */
    static HistogramBuckets of(
            InternalMultiBucketAggregation<?, ?> histogram,
            List<String> metric,
            GapPolicy gapPolicy,
            Runnable onBucket) {
        List<? extends InternalBucket> buckets = histogram.getBuckets();
        if (buckets.isEmpty()) {
            return NONE;
        }
        HistogramFactory factory = (HistogramFactory) histogram;
        double[] keys = new double[buckets.size()];
        long[] docCounts = new long[keys.length];
        double[] values = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            InternalBucket bucket = buckets.get(i);
            keys[i] = factory.getKey(bucket).doubleValue();
            docCounts[i] = bucket.getDocCount();
            Double value = BucketHelpers.resolveBucketValue(histogram, bucket, metric, gapPolicy);
            values[i] = value == null ? Double.NaN : value;
            onBucket.run();
        }
        boolean dates = factory.getKey(buckets.getFirst()) instanceof Long;
        KeyFormat format = KeyFormat.of(buckets.getFirst(), dates);
        return new HistogramBuckets(keys, docCounts, values, format).ascending();
    }

    int size() {
        return keys.length;
    }

    /** A histogram may be ordered by anything: a series runs by key. */
    private HistogramBuckets ascending() {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i] < keys[i - 1]) {
                return sorted();
            }
        }
        return this;
    }

    private HistogramBuckets sorted() {
        int[] order = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new HistogramBuckets(
                Arrays.stream(order).mapToDouble(i -> keys[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> docCounts[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                format);
    }
}
