package io.weir.evaluation;

import io.weir.evaluation.explain.Disturbance;
import java.util.List;

/**
 * What a disturbance of the features does to metrics.
 *
 * @param disturbance what was done to the features
 * @param share how much of it, from 0 to {@value #MOST_SHARE}
 * @param rows that it was measured with
 * @param metrics with the disturbed values, each compared with the undisturbed one on the same rows
 */
public record RobustnessResult(Disturbance.Kind disturbance, double share, long rows, List<MetricResult> metrics) {
    /** Standard deviations of noise beyond which nothing is left of a feature. */
    public static final double MOST_SHARE = 100;

    /** Copies the list. */
    public RobustnessResult {
        metrics = List.copyOf(metrics);
    }
}
