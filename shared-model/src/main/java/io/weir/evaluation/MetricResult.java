package io.weir.evaluation;

import io.weir.evaluation.interval.Estimate;
import io.weir.evaluation.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One metric in a result.
 *
 * @param metric its id
 * @param value NaN if the rows do not define it
 * @param interval null if there is none
 * @param note why there is no value or no interval, else null
 * @param comparison with the baseline, or null
 */
public record MetricResult(
        String metric,
        boolean higherIsBetter,
        double value,
        @Nullable Interval interval,
        @Nullable String note,
        @Nullable Comparison comparison) {

    /** An estimate without a baseline. */
    public static MetricResult of(Estimate estimate) {
        return new MetricResult(
                estimate.metric().id(),
                estimate.metric().higherIsBetter(),
                estimate.value(),
                estimate.interval(),
                estimate.note(),
                null);
    }

    /** The same with a comparison. */
    public MetricResult with(@Nullable Comparison added) {
        return new MetricResult(metric, higherIsBetter, value, interval, note, added);
    }
}
