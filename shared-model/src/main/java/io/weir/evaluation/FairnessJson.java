package io.weir.evaluation;

import static io.weir.evaluation.EvaluationLimits.cut;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.FairnessVerdict;
import io.weir.evaluation.fairness.Measure;
import io.weir.evaluation.fairness.Rate;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.JsonFields;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The fairness part of a result as JSON, both ways. Intervals are all Wilson's, so only their ends are written. */
final class FairnessJson {
    private static final int RULES = 20;
    private static final String METHOD = "Wilson";

    private FairnessJson() {}

    static void write(ObjectNode node, FairnessResult result) {
        node.put("attribute", cut(result.attribute(), EvaluationLimits.NAME));
        node.put("reference", cut(result.reference(), EvaluationLimits.NAME));
        EvaluationWriter.list(node, "groups", result.groups(), FairnessResult.MAX_GROUPS, FairnessJson::group);
        List<Map.Entry<Measure, Double>> measures = inOrder(result.measures());
        EvaluationWriter.list(
                node,
                "measures",
                measures,
                measures.size(),
                (entry, measure) -> entry.put("measure", measure.getKey().id()).put("value", measure.getValue()));
        EvaluationWriter.list(
                node,
                "verdicts",
                result.verdicts(),
                RULES,
                (entry, verdict) -> entry.put(
                                "measure", verdict.rule().measure().id())
                        .put("limit", verdict.rule().limit())
                        .put("verdict", verdict.verdict().id())
                        .put("reason", cut(verdict.reason(), EvaluationLimits.TEXT)));
    }

    private static void group(ObjectNode node, FairnessResult.GroupResult group) {
        node.put("name", cut(group.name(), EvaluationLimits.NAME));
        node.put("rows", group.rows());
        List<Map.Entry<Rate, FairnessResult.RateResult>> rates = inOrder(group.rates());
        EvaluationWriter.list(node, "rates", rates, rates.size(), (entry, rate) -> {
            entry.put("rate", rate.getKey().id()).put("value", rate.getValue().value());
            Interval interval = rate.getValue().interval();
            if (interval != null) {
                entry.put("low", interval.low()).put("high", interval.high());
            }
        });
    }

    private static <K extends Enum<K>, V> List<Map.Entry<K, V>> inOrder(Map<K, V> map) {
        return map.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    static FairnessResult read(JsonFields fields, double confidence) {
        String attribute = fields.text("attribute", EvaluationLimits.NAME);
        String reference = fields.text("reference", EvaluationLimits.NAME);
        List<FairnessResult.GroupResult> groups =
                fields.objects("groups", FairnessResult.MAX_GROUPS, group -> group(group, confidence));
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        fields.objects(
                "measures",
                Measure.values().length,
                entry -> measures.put(
                        entry.parsed("measure", EvaluationLimits.NAME, Measure::of),
                        EvaluationReader.finite(entry, "value")));
        return new FairnessResult(
                attribute, reference, groups, measures, fields.objects("verdicts", RULES, FairnessJson::verdict));
    }

    private static FairnessResult.GroupResult group(JsonFields fields, double confidence) {
        Map<Rate, FairnessResult.RateResult> rates = new EnumMap<>(Rate.class);
        fields.objects(
                "rates",
                Rate.values().length,
                entry -> rates.put(
                        entry.parsed("rate", EvaluationLimits.NAME, FairnessJson::rate), rate(entry, confidence)));
        return new FairnessResult.GroupResult(
                fields.text("name", EvaluationLimits.NAME), fields.integer("rows", 0, EvaluationLimits.ROWS), rates);
    }

    private static FairnessResult.RateResult rate(JsonFields fields, double confidence) {
        double value = fields.number("value", 0, 1);
        if (!fields.has("low")) {
            return new FairnessResult.RateResult(value, null);
        }
        double low = fields.number("low", 0, 1);
        double high = fields.number("high", 0, 1);
        return new FairnessResult.RateResult(
                value, EvaluationReader.valid(fields, () -> new Interval(low, high, confidence, METHOD)));
    }

    private static Rate rate(String id) {
        return Arrays.stream(Rate.values())
                .filter(rate -> rate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("rate '" + id + "' is unknown"));
    }

    private static FairnessVerdict verdict(JsonFields fields) {
        Measure measure = fields.parsed("measure", EvaluationLimits.NAME, Measure::of);
        double limit = fields.number("limit", 0, 1);
        return new FairnessVerdict(
                EvaluationReader.valid(fields, () -> new FairnessRule(measure, limit)),
                fields.parsed("verdict", EvaluationLimits.NAME, Verdict::of),
                fields.text("reason", EvaluationLimits.TEXT));
    }
}
