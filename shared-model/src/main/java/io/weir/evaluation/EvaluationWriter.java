package io.weir.evaluation;

import static io.weir.evaluation.EvaluationLimits.cut;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.Condition;
import io.weir.evaluation.slice.WeakSlice;
import io.weir.evaluation.verdict.Judgement;
import io.weir.json.StrictJson;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Results to JSON. */
final class EvaluationWriter {
    private EvaluationWriter() {}

    static ObjectNode write(Evaluation evaluation) {
        ObjectNode node = StrictJson.object();
        node.put("version", EvaluationJson.VERSION);
        node.put("task", evaluation.task());
        node.put("model", cut(evaluation.model(), EvaluationLimits.NAME));
        putText(node, "baseline", evaluation.baseline(), EvaluationLimits.NAME);
        node.put("rows", evaluation.rows());
        putNumber(node, "decision_threshold", evaluation.decisionThreshold());
        node.putObject("bootstrap")
                .put("replicates", evaluation.bootstrap().replicates())
                .put("confidence", evaluation.bootstrap().confidence())
                .put("seed", evaluation.bootstrap().seed())
                .put("method", evaluation.bootstrap().method().name().toLowerCase(Locale.ROOT));
        node.put("verdict", evaluation.verdict().id());
        list(node, "metrics", evaluation.metrics(), EvaluationLimits.METRICS, EvaluationWriter::metric);
        list(node, "judgements", evaluation.judgements(), EvaluationLimits.JUDGEMENTS, EvaluationWriter::judgement);
        list(node, "slices", evaluation.slices(), EvaluationLimits.SLICES, EvaluationWriter::slice);
        list(node, "weakest", evaluation.weakest(), EvaluationLimits.WEAKEST, EvaluationWriter::weak);
        list(node, "fairness", evaluation.fairness(), EvaluationLimits.FAIRNESS, FairnessJson::write);
        list(node, "curves", evaluation.curves(), EvaluationLimits.CURVES, EvaluationWriter::curve);
        list(node, "findings", evaluation.findings(), EvaluationLimits.FINDINGS, EvaluationWriter::finding);
        list(node, "importances", evaluation.importances(), EvaluationLimits.IMPORTANCES, EvaluationWriter::importance);
        if (!evaluation.robustness().isEmpty()) {
            list(
                    node,
                    "robustness",
                    evaluation.robustness(),
                    EvaluationLimits.DISTURBANCES,
                    EvaluationWriter::robustness);
        }
        ClassesJson.write(node, evaluation);
        return node;
    }

    static void metric(ObjectNode node, MetricResult result) {
        node.put("metric", result.metric());
        node.put("higher_is_better", result.higherIsBetter());
        putNumber(node, "value", result.value());
        interval(node, result.interval());
        putText(node, "note", result.note(), EvaluationLimits.TEXT);
        Comparison comparison = result.comparison();
        if (comparison != null) {
            ObjectNode against = node.putObject("comparison");
            putNumber(against, "baseline", comparison.baseline());
            putNumber(against, "difference", comparison.difference());
            interval(against, comparison.interval());
            putNumber(against, "p_value", comparison.pValue());
            putText(against, "test", comparison.test(), EvaluationLimits.NAME);
            putText(against, "note", comparison.note(), EvaluationLimits.TEXT);
        }
    }

    private static void judgement(ObjectNode node, Judgement judgement) {
        node.put("metric", judgement.threshold().metric());
        node.put("kind", judgement.threshold().kind().id());
        node.put("limit", judgement.threshold().limit());
        node.put("verdict", judgement.verdict().id());
        node.put("reason", cut(judgement.reason(), EvaluationLimits.TEXT));
        node.put("more_rows", judgement.moreRows());
    }

    private static void slice(ObjectNode node, SliceResult slice) {
        list(
                node,
                "conditions",
                slice.conditions(),
                SliceResult.MAX_CONDITIONS,
                (condition, value) -> condition.put("column", value.column()).put("value", value.value()));
        node.put("rows", slice.rows());
        list(node, "metrics", slice.metrics(), EvaluationLimits.METRICS, EvaluationWriter::metric);
    }

    private static void conditions(ObjectNode node, List<Condition> conditions) {
        list(
                node,
                "conditions",
                conditions,
                SliceResult.MAX_CONDITIONS,
                (condition, value) -> condition.put("column", value.column()).put("value", value.value()));
    }

    private static void weak(ObjectNode node, WeakSlice slice) {
        conditions(node, slice.conditions());
        node.put("rows", slice.rows());
        node.put("loss", slice.loss());
        node.put("loss_elsewhere", slice.lossElsewhere());
        node.put("effect", slice.effect());
        node.put("p_value", slice.pValue());
        node.put("adjusted_p_value", slice.adjustedPValue());
    }

    private static void finding(ObjectNode node, Finding finding) {
        node.put("check", finding.check());
        node.put("subject", cut(finding.subject(), EvaluationLimits.NAME));
        putNumber(node, "value", finding.value());
        node.put("verdict", finding.verdict().id());
        node.put("reason", cut(finding.reason(), EvaluationLimits.TEXT));
    }

    private static void importance(ObjectNode node, Importance importance) {
        node.put("method", importance.method());
        putText(node, "metric", importance.metric(), EvaluationLimits.NAME);
        node.put("feature", cut(importance.feature(), EvaluationLimits.NAME));
        node.put("value", importance.value());
        putNumber(node, "deviation", importance.deviation());
        putNumber(node, "baseline", importance.baseline());
        putNumber(node, "baseline_deviation", importance.baselineDeviation());
    }

    private static void robustness(ObjectNode node, RobustnessResult result) {
        node.put("disturbance", result.disturbance().id());
        node.put("share", result.share());
        node.put("rows", result.rows());
        list(node, "metrics", result.metrics(), EvaluationLimits.METRICS, EvaluationWriter::metric);
    }

    private static void curve(ObjectNode node, Curve curve) {
        node.put("name", curve.name());
        list(
                node,
                "points",
                curve.points(),
                Curve.MAX_POINTS,
                (point, value) -> point.put("x", value.x()).put("y", value.y()));
    }

    private static void interval(ObjectNode node, @Nullable Interval interval) {
        if (interval != null) {
            node.putObject("interval")
                    .put("low", interval.low())
                    .put("high", interval.high())
                    .put("confidence", interval.confidence())
                    .put("method", cut(interval.method(), EvaluationLimits.NAME));
        }
    }

    static <T> void list(ObjectNode node, String name, List<T> values, int most, BiConsumer<ObjectNode, T> writer) {
        ArrayNode array = node.putArray(name);
        values.stream().limit(most).forEach(value -> writer.accept(array.addObject(), value));
    }

    /** Nothing if there is no such number. */
    static void putNumber(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }

    private static void putText(ObjectNode node, String name, @Nullable String value, int most) {
        if (value != null) {
            node.put(name, cut(value, most));
        }
    }
}
