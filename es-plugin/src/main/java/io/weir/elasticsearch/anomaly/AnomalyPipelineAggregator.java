package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalyReport;
import io.weir.anomaly.SeasonalDetector;
import io.weir.elasticsearch.memory.BreakerCharge;
import java.util.Map;
import org.elasticsearch.search.aggregations.AggregationReduceContext;
import org.elasticsearch.search.aggregations.InternalAggregation;
import org.elasticsearch.search.aggregations.InternalAggregations;
import org.elasticsearch.search.aggregations.pipeline.SiblingPipelineAggregator;
import org.elasticsearch.tasks.TaskCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the detector over a histogram once the histogram is whole.
 *
 * <p>Cost is that of {@link SeasonalDetector} plus reading each bucket once. While it runs,
 * {@value #BYTES_PER_INTERVAL} bytes per interval are on the request circuit breaker. A cancelled search ends before the
 * detector starts and while buckets are read.
 */
public final class AnomalyPipelineAggregator extends SiblingPipelineAggregator {

    /** Keys, counts, values twice, four columns of the report, and as much again for the detector to work in. */
    static final int BYTES_PER_INTERVAL = 16 * Double.BYTES;

    private final AnomalyParameters parameters;
    private final Spacing spacing;

    AnomalyPipelineAggregator(
            String name,
            String[] bucketsPaths,
            AnomalyParameters parameters,
            Spacing spacing,
            @Nullable Map<String, Object> metadata) {
        super(name, bucketsPaths, metadata);
        this.parameters = parameters;
        this.spacing = spacing;
    }

    @Override
    public InternalAggregation doReduce(InternalAggregations aggregations, AggregationReduceContext context) {
        try {
            return detect(HistogramAnswer.find(bucketsPaths()[0], aggregations), context);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    AnomalyAggregationBuilder.NAME + " aggregation [" + name() + "]: " + e.getMessage(), e);
        }
    }

    private InternalAnomaly detect(HistogramAnswer answer, AggregationReduceContext context) {
        Runnable cancellation = () -> endIfCancelled(context);
        HistogramBuckets buckets = answer.histogram() == null
                ? HistogramBuckets.NONE
                : HistogramBuckets.of(answer.histogram(), answer.metric(), parameters.gapPolicy(), cancellation);
        spacing.checkSeason(parameters.settings().season(), spacing.millis(buckets.keys()));
        Grid grid = spacing.lay(buckets.keys());
        try (BreakerCharge charge = BreakerCharge.of(
                context.bigArrays(),
                "<" + AnomalyAggregationBuilder.NAME + ">",
                (long) grid.size() * BYTES_PER_INTERVAL)) {
            BucketSeries series =
                    BucketSeries.of(buckets, grid, spacing.millis(buckets.keys()), parameters.gapPolicy());
            context.consumeBucketsAndMaybeBreak(series.inserted());
            AnomalyReport report = new SeasonalDetector(parameters.settings()).detect(series.series());
            return series.result(name(), metadata(), report, answer.missing());
        }
    }

    private static void endIfCancelled(AggregationReduceContext context) {
        if (context.isCanceled().get()) {
            throw new TaskCancelledException("the search was cancelled while its buckets were read");
        }
    }
}
