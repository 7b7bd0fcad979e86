package io.weir.evaluation.interval;

import io.weir.evaluation.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A metric of one model less the same metric of another, on the same rows.
 *
 * @param baseline the other's value
 * @param difference NaN if either is undefined
 * @param interval null if there is none
 * @param pValue two-sided, of no difference; NaN if there is no test
 * @param test that the p-value is of, or null
 * @param note why there is no difference or no interval, else null
 */
public record Difference(
        Metric metric,
        double baseline,
        double difference,
        @Nullable Interval interval,
        double pValue,
        @Nullable String test,
        @Nullable String note) {}
