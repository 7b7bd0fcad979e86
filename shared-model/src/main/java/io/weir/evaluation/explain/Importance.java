package io.weir.evaluation.explain;

/**
 * How much a model leans on a feature.
 *
 * @param method {@code permutation}, in units of the metric, or {@code shapley}, in units of the score
 * @param feature its name
 * @param value how much
 * @param deviation the standard error of the value
 * @param baseline the same for the baseline; NaN if there is none
 */
public record Importance(String method, String feature, double value, double deviation, double baseline) {
    /** The same beside a baseline's value. */
    public Importance against(double baselineValue) {
        return new Importance(method, feature, value, deviation, baselineValue);
    }
}
