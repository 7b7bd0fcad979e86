package io.weir.gate;

/**
 * A number that a gate measured, for trends.
 *
 * @param name of the metric
 * @param value a finite number
 * @param low end of its confidence interval; NaN if there is none
 * @param high the other end
 */
public record GateMetric(String name, double value, double low, double high) {
    /** Whether it has an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(low) && !Double.isNaN(high);
    }
}
