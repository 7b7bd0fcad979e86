package io.weir.evaluation.explain;

import org.jspecify.annotations.Nullable;

/**
 * How much a model leans on a feature.
 *
 * @param method {@link #PERMUTATION}, in units of the metric, or {@link #SHAPLEY}, in units of the score
 * @param metric whose loss it is, or null of {@link #SHAPLEY}
 * @param feature its name
 * @param value how much
 * @param deviation the standard error of the value
 * @param baseline the same for the baseline; NaN if there is none
 * @param baselineDeviation the standard error of the baseline's; NaN if there is none
 */
public record Importance(
        String method,
        @Nullable String metric,
        String feature,
        double value,
        double deviation,
        double baseline,
        double baselineDeviation) {
    /** How much worse a metric gets when the feature is shuffled. */
    public static final String PERMUTATION = "permutation";

    /** How much of the score is the feature's, on the mean. */
    public static final String SHAPLEY = "shapley";

    private static final double ERRORS = 2;

    /** Without a baseline. */
    public static Importance of(
            String method, @Nullable String metric, String feature, double value, double deviation) {
        return new Importance(method, metric, feature, value, deviation, Double.NaN, Double.NaN);
    }

    /** The same beside a baseline's value. */
    public Importance against(Importance other) {
        return new Importance(method, metric, feature, value, deviation, other.value(), other.deviation());
    }

    /** The value less two standard errors; NaN if there is none. */
    public double low() {
        return value - ERRORS * deviation;
    }

    /** The value and two standard errors; NaN if there is none. */
    public double high() {
        return value + ERRORS * deviation;
    }

    /** How much more the model leans on it than the baseline; NaN if there is none. */
    public double difference() {
        return value - baseline;
    }

    /** Standard error of the difference, both taken as independent; NaN if there is none. */
    public double differenceDeviation() {
        return Math.hypot(deviation, baselineDeviation);
    }
}
