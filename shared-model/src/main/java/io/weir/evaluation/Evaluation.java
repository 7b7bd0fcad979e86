package io.weir.evaluation;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.fairness.FairnessVerdict;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.slice.WeakSlice;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a model's test; made by an evaluator, or with {@link EvaluationBuilder}.
 *
 * @param task {@code binary}, {@code multiclass}, {@code multilabel}, {@code regression}, {@code ranking} or {@code forecast}
 * @param model what was tested, for people
 * @param baseline what it was compared with, or null
 * @param rows that were evaluated
 * @param decisionThreshold from which score on a row is predicted positive; NaN where there is none
 * @param bootstrap how intervals were drawn
 * @param judgements of the thresholds
 * @param slices asked for, the largest first
 * @param weakest parts that the search found, the weakest first
 * @param findings of checks
 * @param importances of features, the greatest of each method first
 * @param robustness what disturbances of the features do to metrics
 * @param confusion rows by class and predicted class, or null
 * @param classes each class or label against all others
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
        List<WeakSlice> weakest,
        List<FairnessResult> fairness,
        List<Curve> curves,
        List<Finding> findings,
        List<Importance> importances,
        List<RobustnessResult> robustness,
        @Nullable ConfusionMatrix confusion,
        List<ClassResult> classes) {

    /** Copies the lists. */
    public Evaluation {
        metrics = List.copyOf(metrics);
        judgements = List.copyOf(judgements);
        slices = List.copyOf(slices);
        weakest = List.copyOf(weakest);
        fairness = List.copyOf(fairness);
        curves = List.copyOf(curves);
        findings = List.copyOf(findings);
        importances = List.copyOf(importances);
        robustness = List.copyOf(robustness);
        classes = List.copyOf(classes);
    }

    /** The worst of all judgements, fairness rules and findings; a pass if nothing was asked. */
    public Verdict verdict() {
        Stream<Verdict> rules =
                fairness.stream().flatMap(result -> result.verdicts().stream()).map(FairnessVerdict::verdict);
        return Stream.of(
                        judgements.stream().map(Judgement::verdict),
                        rules,
                        findings.stream().map(Finding::verdict))
                .flatMap(verdicts -> verdicts)
                .reduce(Verdict.PASS, Verdict::and);
    }

    /** The metric of that id, or null. */
    public @Nullable MetricResult metric(String id) {
        return metrics.stream()
                .filter(result -> result.metric().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** A builder that begins with all of this. */
    public EvaluationBuilder toBuilder() {
        return new EvaluationBuilder(task, model, rows, bootstrap)
                .baseline(baseline)
                .decisionThreshold(decisionThreshold)
                .metrics(metrics)
                .judgements(judgements)
                .slices(slices)
                .weakest(weakest)
                .fairness(fairness)
                .curves(curves)
                .findings(findings)
                .importances(importances)
                .robustness(robustness)
                .confusion(confusion)
                .classes(classes);
    }
}
