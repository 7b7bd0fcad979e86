package io.weir.evaluation.trial;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.SliceResult;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Results with other metrics. */
final class Results {
    private Results() {}

    /** The same with these metrics and this baseline. */
    static Evaluation with(Evaluation result, @Nullable String baseline, List<MetricResult> metrics) {
        return copy(result, baseline, metrics, result.slices())
                .curves(result.curves())
                .build();
    }

    /** The same with only some metrics, everywhere. */
    static Evaluation only(Evaluation result, Predicate<String> metrics) {
        List<SliceResult> slices = result.slices().stream()
                .map(slice -> new SliceResult(slice.conditions(), slice.rows(), only(slice.metrics(), metrics)))
                .toList();
        return copy(result, result.baseline(), only(result.metrics(), metrics), slices)
                .curves(result.curves())
                .build();
    }

    /** The same without curves and the score that decides. */
    static Evaluation withoutScores(Evaluation result) {
        return copy(result, result.baseline(), result.metrics(), result.slices())
                .decisionThreshold(Double.NaN)
                .build();
    }

    private static List<MetricResult> only(List<MetricResult> all, Predicate<String> metrics) {
        return all.stream().filter(metric -> metrics.test(metric.metric())).toList();
    }

    private static EvaluationBuilder copy(
            Evaluation result, @Nullable String baseline, List<MetricResult> metrics, List<SliceResult> slices) {
        return new EvaluationBuilder(result.task(), result.model(), result.rows(), result.bootstrap())
                .baseline(baseline)
                .decisionThreshold(result.decisionThreshold())
                .metrics(metrics)
                .judgements(result.judgements())
                .slices(slices)
                .weakest(result.weakest())
                .fairness(result.fairness())
                .findings(result.findings())
                .importances(result.importances())
                .confusion(result.confusion())
                .classes(result.classes());
    }
}
