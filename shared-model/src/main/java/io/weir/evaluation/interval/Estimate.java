package io.weir.evaluation.interval;

import io.weir.evaluation.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value and how sure it is.
 *
 * @param value NaN if the rows do not define it
 * @param interval null if there is none
 * @param note why there is no value or no interval, else null
 */
public record Estimate(
        Metric metric,
        double value,
        @Nullable Interval interval,
        @Nullable String note) {

    static Estimate undefined(Metric metric) {
        return new Estimate(metric, Double.NaN, null, metric.whyUndefined());
    }

    static Estimate withoutInterval(Metric metric, double value, String why) {
        return new Estimate(metric, value, null, why);
    }
}
