package io.weir.jenkins.testing;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.Condition;
import io.weir.evaluation.slice.WeakSlice;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateReference;
import io.weir.gate.GateResult;
import io.weir.gate.model.ModelGateReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The result as a Jenkinsfile sees it: maps, lists, texts, numbers and truth values, which a running build can keep. */
final class Facts {
    private Facts() {}

    static Map<String, Object> of(GateResult result, ModelGateReport report, Parameters parameters) {
        Evaluation evaluation = report.evaluation();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("passed", result.passed());
        facts.put("verdict", result.verdict().id());
        facts.put("reason", result.reason());
        facts.put("model", result.subject());
        facts.put("task", evaluation.task());
        facts.put("rows", evaluation.rows());
        facts.put("digest", report.data().digest());
        facts.put("metrics", metrics(evaluation));
        facts.put("intervals", intervals(evaluation));
        facts.put("differences", differences(evaluation));
        facts.put("thresholds", thresholds(evaluation));
        facts.put("failed", findings(result, FindingOutcome.FAILED));
        facts.put("undecided", findings(result, FindingOutcome.UNDECIDED));
        facts.put("weakest", weakest(evaluation));
        facts.put("importance", importance(evaluation));
        facts.put("robustness", robustness(evaluation));
        GateReference baseline = result.baseline();
        facts.put("baseline", baseline == null ? null : baseline.name());
        facts.put("result", emptyAsNull(parameters.result));
        facts.put("card", emptyAsNull(parameters.card));
        facts.put("report", emptyAsNull(parameters.report));
        facts.put("id", result.id());
        return facts;
    }

    private static Map<String, Object> metrics(Evaluation evaluation) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        evaluation.metrics().forEach(metric -> metrics.put(metric.metric(), defined(metric.value())));
        return metrics;
    }

    private static Map<String, Object> intervals(Evaluation evaluation) {
        Map<String, Object> intervals = new LinkedHashMap<>();
        for (MetricResult metric : evaluation.metrics()) {
            Interval interval = metric.interval();
            if (interval != null) {
                intervals.put(metric.metric(), new ArrayList<>(List.of(interval.low(), interval.high())));
            }
        }
        return intervals;
    }

    private static Map<String, Object> differences(Evaluation evaluation) {
        Map<String, Object> differences = new LinkedHashMap<>();
        for (MetricResult metric : evaluation.metrics()) {
            Comparison comparison = metric.comparison();
            if (comparison != null) {
                differences.put(metric.metric(), defined(comparison.difference()));
            }
        }
        return differences;
    }

    private static List<Map<String, Object>> thresholds(Evaluation evaluation) {
        List<Map<String, Object>> thresholds = new ArrayList<>();
        evaluation.judgements().forEach(judgement -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("metric", judgement.threshold().metric());
            one.put("required", judgement.threshold().words());
            one.put("verdict", judgement.verdict().id());
            one.put("reason", judgement.reason());
            one.put("moreRows", judgement.moreRows());
            thresholds.add(one);
        });
        return thresholds;
    }

    private static List<Map<String, Object>> findings(GateResult result, FindingOutcome outcome) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (GateFinding finding : result.findings()) {
            if (finding.outcome() == outcome) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("kind", finding.kind());
                one.put("name", finding.name());
                one.put("column", finding.column());
                one.put("reason", finding.reason());
                findings.add(one);
            }
        }
        return findings;
    }

    private static List<Map<String, Object>> weakest(Evaluation evaluation) {
        List<Map<String, Object>> weakest = new ArrayList<>();
        for (WeakSlice slice : evaluation.weakest()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put(
                    "slice",
                    slice.conditions().stream().map(Condition::toString).collect(Collectors.joining(", ")));
            one.put("rows", slice.rows());
            one.put("loss", defined(slice.loss()));
            one.put("lossElsewhere", defined(slice.lossElsewhere()));
            weakest.add(one);
        }
        return weakest;
    }

    /** By method, then by feature, the greatest first. */
    private static Map<String, Object> importance(Evaluation evaluation) {
        Map<String, Object> methods = new LinkedHashMap<>();
        evaluation
                .importances()
                .forEach(each -> methods.computeIfAbsent(each.method(), method -> importance(evaluation, method)));
        return methods;
    }

    private static Map<String, Object> importance(Evaluation evaluation, String method) {
        Map<String, Object> features = new LinkedHashMap<>();
        evaluation.importances().stream()
                .filter(each -> each.method().equals(method))
                .forEach(each -> features.put(each.feature(), each.value()));
        return features;
    }

    private static List<Map<String, Object>> robustness(Evaluation evaluation) {
        List<Map<String, Object>> disturbances = new ArrayList<>();
        for (RobustnessResult result : evaluation.robustness()) {
            for (MetricResult metric : result.metrics()) {
                Comparison change = metric.comparison();
                Interval interval = change == null ? null : change.interval();
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("disturbance", result.disturbance().id());
                one.put("share", result.share());
                one.put("metric", metric.metric());
                one.put("value", defined(metric.value()));
                one.put("change", change == null ? null : defined(change.difference()));
                one.put(
                        "interval",
                        interval == null ? null : new ArrayList<>(List.of(interval.low(), interval.high())));
                disturbances.add(one);
            }
        }
        return disturbances;
    }

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
