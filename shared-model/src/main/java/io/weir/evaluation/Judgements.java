package io.weir.evaluation;

import io.weir.evaluation.verdict.Judge;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Threshold;

/** Thresholds of any task, applied to a metric's result. */
public final class Judgements {
    private Judgements() {}

    /**
     * The judgement; the metric is the threshold's.
     *
     * @param rows that the result is of
     * @throws IllegalArgumentException if the threshold needs a comparison with a baseline and there is none
     */
    public static Judgement of(Threshold threshold, MetricResult result, long rows) {
        if (!threshold.kind().comparesWithBaseline()) {
            return Judge.absolute(threshold, result.value(), result.interval(), result.note(), rows);
        }
        Comparison comparison = result.comparison();
        if (comparison == null) {
            throw new IllegalArgumentException(
                    "'" + threshold.words() + "' needs a baseline; give one, or a threshold at_least or at_most");
        }
        return Judge.against(
                threshold,
                comparison.difference(),
                comparison.interval(),
                result.higherIsBetter(),
                comparison.note(),
                rows);
    }
}
