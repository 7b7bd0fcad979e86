package io.weir.gate.model;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.FairnessResult;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.FairnessVerdict;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateMetric;
import io.weir.schema.Gravity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A model's test as findings of a gate, its numbers, and its sentence. */
public final class ModelFindings {
    private static final int NAMED = 3;

    /** The metric that people ask for first, if no threshold names one. */
    private static final Map<String, String> MAIN = Map.of(
            "binary", "roc_auc",
            "multiclass", "accuracy",
            "multilabel", "f1_micro",
            "regression", "rmse",
            "ranking", "ndcg",
            "forecast", "mae");

    private ModelFindings() {}

    /** All findings: thresholds, then rules of fairness, then what was noticed of the rows. */
    public static List<GateFinding> of(Evaluation evaluation) {
        List<GateFinding> findings = new ArrayList<>();
        for (Judgement judgement : evaluation.judgements()) {
            findings.add(finding(
                    GateFinding.THRESHOLD,
                    judgement.threshold().words(),
                    null,
                    judgement.verdict(),
                    judgement.reason()));
        }
        for (FairnessResult groups : evaluation.fairness()) {
            for (FairnessVerdict verdict : groups.verdicts()) {
                findings.add(finding(
                        GateFinding.FAIRNESS,
                        words(verdict.rule()),
                        groups.attribute(),
                        verdict.verdict(),
                        verdict.reason()));
            }
        }
        for (Finding found : evaluation.findings()) {
            findings.add(finding(GateFinding.TEST, found.check(), found.subject(), found.verdict(), found.reason()));
        }
        return findings;
    }

    private static GateFinding finding(
            String kind, String name, @Nullable String column, Verdict verdict, String reason) {
        return new GateFinding(kind, name, column, Gravity.ERROR, outcome(verdict), reason);
    }

    private static FindingOutcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PASS -> FindingOutcome.PASSED;
            case FAIL -> FindingOutcome.FAILED;
            case INSUFFICIENT_EVIDENCE -> FindingOutcome.UNDECIDED;
        };
    }

    private static String words(FairnessRule rule) {
        return rule.measure().id()
                + (rule.measure().isRatio() ? " at least " : " at most ")
                + Numbers.shown(rule.limit());
    }

    /** Every metric that has a value: those of thresholds first, in their order, then the task's main one, then the others. */
    public static List<GateMetric> metrics(Evaluation evaluation) {
        Map<String, GateMetric> metrics = new LinkedHashMap<>();
        evaluation
                .judgements()
                .forEach(judgement ->
                        add(metrics, evaluation.metric(judgement.threshold().metric())));
        add(metrics, evaluation.metric(MAIN.getOrDefault(evaluation.task(), "")));
        evaluation.metrics().forEach(metric -> add(metrics, metric));
        return List.copyOf(metrics.values());
    }

    private static void add(Map<String, GateMetric> metrics, @Nullable MetricResult metric) {
        if (metric == null || !Double.isFinite(metric.value())) {
            return;
        }
        Interval interval = metric.interval();
        metrics.putIfAbsent(
                metric.metric(),
                interval == null || !Double.isFinite(interval.low() + interval.high())
                        ? new GateMetric(metric.metric(), metric.value(), Double.NaN, Double.NaN)
                        : new GateMetric(metric.metric(), metric.value(), interval.low(), interval.high()));
    }

    /** One line for a person: what failed, else what is open, else the number that matters most. */
    public static String reason(Evaluation evaluation) {
        List<GateFinding> all = of(evaluation);
        String number = metrics(evaluation).stream()
                .findFirst()
                .map(ModelFindings::shown)
                .orElse("No metric is defined.");
        for (FindingOutcome outcome : List.of(FindingOutcome.FAILED, FindingOutcome.UNDECIDED)) {
            List<GateFinding> bad =
                    all.stream().filter(one -> one.outcome() == outcome).toList();
            if (!bad.isEmpty()) {
                return bad.size()
                        + (bad.size() == 1 ? " requirement or check" : " requirements and checks")
                        + (outcome == FindingOutcome.FAILED ? " failed: " : " can't be decided: ")
                        + bad.stream().limit(NAMED).map(ModelFindings::sentence).collect(Collectors.joining(" "))
                        + (bad.size() > NAMED ? " …" : "");
            }
        }
        // What was noticed of the rows holds, too, but nobody required it.
        long required =
                all.stream().filter(one -> !one.kind().equals(GateFinding.TEST)).count();
        return (required == 0
                        ? "Nothing was required. "
                        : required == 1 ? "The requirement holds. " : "All " + required + " requirements hold. ")
                + number;
    }

    private static String sentence(GateFinding finding) {
        String reason = finding.reason();
        return (finding.column() == null ? "" : finding.column() + ": ") + reason + (reason.endsWith(".") ? "" : ".");
    }

    private static String shown(GateMetric metric) {
        return metric.name() + " is " + Numbers.shown(metric.value())
                + (metric.hasInterval()
                        ? " (" + Numbers.shown(metric.low()) + " to " + Numbers.shown(metric.high()) + ")."
                        : ".");
    }
}
