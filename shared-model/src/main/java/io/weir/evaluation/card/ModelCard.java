package io.weir.evaluation.card;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.FairnessResult;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.Condition;
import io.weir.evaluation.verdict.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a model card from a result: what was tested on how many rows, how good it is, for whom, and how sure that is. */
public final class ModelCard {
    private final Evaluation evaluation;
    private final CardWriter card;

    private ModelCard(Evaluation evaluation, CardWriter card) {
        this.evaluation = evaluation;
        this.card = card;
    }

    /** The card as Markdown. */
    public static String markdown(Evaluation evaluation) {
        return new ModelCard(evaluation, new MarkdownWriter()).write();
    }

    /** The card as a page of HTML. */
    public static String html(Evaluation evaluation) {
        return new ModelCard(evaluation, new HtmlWriter()).write();
    }

    private String write() {
        card.heading(1, "Model card: " + evaluation.model());
        String baseline = evaluation.baseline();
        card.paragraph("Task " + evaluation.task() + ", " + Numbers.count(evaluation.rows()) + " rows"
                + (baseline == null ? "" : ", compared with " + baseline) + ". Verdict: "
                + shown(evaluation.verdict().id())
                + ". Intervals hold the true value with a confidence of "
                + Numbers.percent(evaluation.bootstrap().confidence()) + "; seed "
                + evaluation.bootstrap().seed() + ".");
        judgements();
        metrics();
        slices();
        fairness();
        rest();
        return card.document();
    }

    private void judgements() {
        section("Thresholds", !evaluation.judgements().isEmpty());
        card.table(
                List.of("required", "verdict", "reason"),
                evaluation.judgements().stream()
                        .map(j ->
                                List.of(j.threshold().words(), shown(j.verdict().id()), j.reason()))
                        .toList());
    }

    private void metrics() {
        section("Metrics", true);
        card.table(
                List.of("metric", "value", "interval", "difference from baseline", "note"),
                evaluation.metrics().stream().map(ModelCard::metric).toList());
    }

    private static List<String> metric(MetricResult result) {
        Comparison comparison = result.comparison();
        String difference =
                comparison == null ? "" : Numbers.shown(comparison.difference()) + " " + shown(comparison.interval());
        String note = result.note();
        return List.of(
                result.metric(),
                Numbers.shown(result.value()),
                shown(result.interval()),
                difference,
                note == null ? "" : note);
    }

    private void slices() {
        section("Weakest parts", !evaluation.weakest().isEmpty());
        card.table(
                List.of("rows with", "rows", "mean loss", "elsewhere", "corrected p-value"),
                evaluation.weakest().stream()
                        .map(slice -> List.of(
                                shown(slice.conditions()),
                                Numbers.count(slice.rows()),
                                Numbers.shown(slice.loss()),
                                Numbers.shown(slice.lossElsewhere()),
                                Numbers.shown(slice.adjustedPValue())))
                        .toList());
        section("Slices", !evaluation.slices().isEmpty());
        List<String> shown = List.of("accuracy", "f1", "roc_auc", "log_loss");
        card.table(
                List.of("rows with", "rows", "metrics"),
                evaluation.slices().stream()
                        .map(slice -> List.of(
                                slice.name(),
                                Numbers.count(slice.rows()),
                                slice.metrics().stream()
                                        .filter(metric -> shown.contains(metric.metric()))
                                        .map(metric -> metric.metric() + " " + Numbers.shown(metric.value()) + " "
                                                + shown(metric.interval()))
                                        .collect(Collectors.joining("; "))))
                        .toList());
    }

    private void fairness() {
        for (FairnessResult result : evaluation.fairness()) {
            card.heading(2, "Fairness: " + result.attribute());
            card.paragraph("Groups are compared with " + result.reference() + ".");
            card.table(
                    List.of("rule", "verdict", "reason"),
                    result.verdicts().stream()
                            .map(v -> List.of(
                                    v.rule().measure().id() + " "
                                            + Numbers.shown(v.rule().limit()),
                                    shown(v.verdict().id()),
                                    v.reason()))
                            .toList());
            card.table(
                    List.of("group", "rows", "rates"),
                    result.groups().stream()
                            .map(group -> List.of(
                                    group.name(),
                                    Numbers.count(group.rows()),
                                    group.rates().entrySet().stream()
                                            .sorted(Map.Entry.comparingByKey())
                                            .map(rate -> rate.getKey().id() + " "
                                                    + Numbers.shown(
                                                            rate.getValue().value()) + " "
                                                    + shown(rate.getValue().interval()))
                                            .collect(Collectors.joining("; "))))
                            .toList());
        }
    }

    private void rest() {
        section("Checks", !evaluation.findings().isEmpty());
        card.table(
                List.of("check", "subject", "verdict", "reason"),
                evaluation.findings().stream()
                        .map(f -> List.of(
                                f.check(), f.subject(), shown(f.verdict().id()), f.reason()))
                        .toList());
        importances();
        robustness();
    }

    private void importances() {
        section("What the model leans on", !evaluation.importances().isEmpty());
        card.table(
                List.of("feature", "method", "importance", "interval", "baseline", "difference from baseline"),
                evaluation.importances().stream().map(ModelCard::importance).toList());
    }

    private static List<String> importance(Importance importance) {
        String metric = importance.metric();
        boolean compared = !Double.isNaN(importance.baseline());
        return List.of(
                importance.feature(),
                importance.method() + (metric == null ? "" : " (loss of " + metric + ")"),
                Numbers.shown(importance.value()),
                Double.isNaN(importance.deviation())
                        ? ""
                        : "(" + Numbers.shown(importance.low()) + " to " + Numbers.shown(importance.high()) + ")",
                compared ? Numbers.shown(importance.baseline()) : "",
                compared
                        ? Numbers.shown(importance.difference())
                                + (Double.isNaN(importance.differenceDeviation())
                                        ? ""
                                        : " ± " + Numbers.shown(2 * importance.differenceDeviation()))
                        : "");
    }

    private void robustness() {
        section("Robustness", !evaluation.robustness().isEmpty());
        card.table(
                List.of("features", "metric", "undisturbed", "disturbed", "change", "rows"),
                evaluation.robustness().stream()
                        .flatMap(result -> result.metrics().stream().map(metric -> robustness(result, metric)))
                        .toList());
    }

    private static List<String> robustness(RobustnessResult result, MetricResult metric) {
        Comparison change = metric.comparison();
        return List.of(
                result.disturbance().words(result.share()),
                metric.metric(),
                change == null ? "" : Numbers.shown(change.baseline()),
                Numbers.shown(metric.value()),
                change == null ? "" : Numbers.shown(change.difference()) + " " + shown(change.interval()),
                Numbers.count(result.rows()));
    }

    private void section(String title, boolean isThere) {
        if (isThere) {
            card.heading(2, title);
        }
    }

    private static String shown(String id) {
        return id.replace('_', ' ');
    }

    private static String shown(@Nullable Interval interval) {
        return interval == null
                ? ""
                : "(" + Numbers.shown(interval.low()) + " to " + Numbers.shown(interval.high()) + ")";
    }

    private static String shown(List<Condition> conditions) {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(", "));
    }
}
