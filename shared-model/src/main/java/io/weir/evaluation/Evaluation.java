package io.weir.evaluation;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a model's test.
 *
 * @param task {@code binary}, {@code multiclass}, {@code multilabel}, {@code regression}, {@code ranking} or {@code forecast}
 * @param model what was tested, for people
 * @param baseline what it was compared with, or null
 * @param rows that were evaluated
 * @param decisionThreshold from which score on a row is predicted positive; NaN where there is none
 * @param bootstrap how intervals were drawn
 */
public record Evaluation(
        String task,
        String model,
        @Nullable String baseline,
        long rows,
        double decisionThreshold,
        BootstrapSettings bootstrap,
        List<MetricResult> metrics,
        List<Judgement> judgements,
        List<SliceResult> slices,
        List<Curve> curves) {

    /** Copies the lists. */
    public Evaluation {
        metrics = List.copyOf(metrics);
        judgements = List.copyOf(judgements);
        slices = List.copyOf(slices);
        curves = List.copyOf(curves);
    }

    /** The worst of all judgements; a pass if nothing was asked. */
    public Verdict verdict() {
        return judgements.stream().map(Judgement::verdict).reduce(Verdict.PASS, Verdict::and);
    }

    /** The metric of that id, or null. */
    public @Nullable MetricResult metric(String id) {
        return metrics.stream()
                .filter(result -> result.metric().equals(id))
                .findFirst()
                .orElse(null);
    }
}
