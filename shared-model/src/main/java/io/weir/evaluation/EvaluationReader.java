package io.weir.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Disturbance;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.Condition;
import io.weir.evaluation.slice.WeakSlice;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Threshold;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON to results, strictly: the limits are those of the schema. */
final class EvaluationReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_@]{0,63}");
    private static final List<String> TASKS =
            List.of("binary", "multiclass", "multilabel", "regression", "ranking", "forecast");

    private EvaluationReader() {}

    static Evaluation read(ObjectNode document) {
        JsonFields fields = new JsonFields(document, "");
        fields.integer("version", EvaluationJson.VERSION, EvaluationJson.VERSION);
        Verdict verdict = fields.parsed("verdict", EvaluationLimits.NAME, Verdict::of);
        BootstrapSettings bootstrap = bootstrap(fields.object("bootstrap"));
        double confidence = bootstrap.confidence();
        Evaluation evaluation = new EvaluationBuilder(
                        fields.parsed("task", EvaluationLimits.NAME, EvaluationReader::task),
                        fields.text("model", EvaluationLimits.NAME),
                        fields.integer("rows", 0, EvaluationLimits.ROWS),
                        bootstrap)
                .baseline(fields.optionalText("baseline", EvaluationLimits.NAME))
                .decisionThreshold(fields.numberOrNaN("decision_threshold"))
                .metrics(fields.objects("metrics", EvaluationLimits.METRICS, EvaluationReader::metric))
                .judgements(fields.objects("judgements", EvaluationLimits.JUDGEMENTS, EvaluationReader::judgement))
                .slices(fields.objects("slices", EvaluationLimits.SLICES, EvaluationReader::slice))
                .weakest(fields.objects("weakest", EvaluationLimits.WEAKEST, EvaluationReader::weak))
                .fairness(fields.objects(
                        "fairness", EvaluationLimits.FAIRNESS, group -> FairnessJson.read(group, confidence)))
                .curves(fields.objects("curves", EvaluationLimits.CURVES, EvaluationReader::curve))
                .findings(fields.objects("findings", EvaluationLimits.FINDINGS, EvaluationReader::finding))
                .importances(fields.objects("importances", EvaluationLimits.IMPORTANCES, EvaluationReader::importance))
                .robustness(fields.objects("robustness", EvaluationLimits.DISTURBANCES, EvaluationReader::robustness))
                .confusion(ClassesJson.confusion(fields.optionalObject("confusion")))
                .classes(fields.objects("classes", ClassResult.MAX_CLASSES, ClassesJson::ofClass))
                .build();
        fields.end();
        if (evaluation.verdict() != verdict) {
            throw new InvalidJsonException("verdict is '" + verdict.id() + "', but the judgements say '"
                    + evaluation.verdict().id() + "'");
        }
        return evaluation;
    }

    private static BootstrapSettings bootstrap(JsonFields fields) {
        int replicates = (int) fields.integer("replicates", BootstrapSettings.LEAST, BootstrapSettings.MOST);
        double confidence = fields.number("confidence", 0, 1);
        long seed = fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE);
        BootstrapSettings.Method method = fields.parsed("method", EvaluationLimits.NAME, EvaluationReader::method);
        fields.end();
        return valid(fields, () -> new BootstrapSettings(replicates, confidence, seed, method));
    }

    static MetricResult metric(JsonFields fields) {
        JsonFields comparison = fields.optionalObject("comparison");
        return new MetricResult(
                id(fields, "metric"),
                fields.flag("higher_is_better", true),
                fields.numberOrNaN("value"),
                interval(fields),
                fields.optionalText("note", EvaluationLimits.TEXT),
                comparison == null ? null : comparison(comparison));
    }

    private static Comparison comparison(JsonFields fields) {
        Comparison comparison = new Comparison(
                fields.numberOrNaN("baseline"),
                fields.numberOrNaN("difference"),
                interval(fields),
                fields.has("p_value") ? fields.number("p_value", 0, 1) : Double.NaN,
                fields.optionalText("test", EvaluationLimits.NAME),
                fields.optionalText("note", EvaluationLimits.TEXT));
        fields.end();
        return comparison;
    }

    private static Judgement judgement(JsonFields fields) {
        String metric = id(fields, "metric");
        Threshold.Kind kind = fields.parsed("kind", EvaluationLimits.NAME, Threshold.Kind::of);
        double limit = fields.number("limit", -Double.MAX_VALUE, Double.MAX_VALUE);
        return new Judgement(
                valid(fields, () -> new Threshold(metric, kind, limit)),
                fields.parsed("verdict", EvaluationLimits.NAME, Verdict::of),
                fields.text("reason", EvaluationLimits.TEXT),
                fields.integer("more_rows", Judgement.UNKNOWN, EvaluationLimits.ROWS));
    }

    private static SliceResult slice(JsonFields fields) {
        return new SliceResult(
                conditions(fields),
                fields.integer("rows", 0, EvaluationLimits.ROWS),
                fields.objects("metrics", EvaluationLimits.METRICS, EvaluationReader::metric));
    }

    private static WeakSlice weak(JsonFields fields) {
        return new WeakSlice(
                conditions(fields),
                fields.integer("rows", 0, EvaluationLimits.ROWS),
                finite(fields, "loss"),
                finite(fields, "loss_elsewhere"),
                finite(fields, "effect"),
                fields.number("p_value", 0, 1),
                fields.number("adjusted_p_value", 0, 1));
    }

    private static Finding finding(JsonFields fields) {
        return new Finding(
                id(fields, "check"),
                fields.text("subject", EvaluationLimits.NAME),
                fields.numberOrNaN("value"),
                fields.parsed("verdict", EvaluationLimits.NAME, Verdict::of),
                fields.text("reason", EvaluationLimits.TEXT));
    }

    private static Importance importance(JsonFields fields) {
        return new Importance(
                fields.parsed("method", EvaluationLimits.NAME, EvaluationReader::importanceMethod),
                fields.has("metric") ? id(fields, "metric") : null,
                fields.text("feature", EvaluationLimits.NAME),
                finite(fields, "value"),
                fields.has("deviation") ? fields.number("deviation", 0, Double.MAX_VALUE) : Double.NaN,
                fields.numberOrNaN("baseline"),
                fields.has("baseline_deviation")
                        ? fields.number("baseline_deviation", 0, Double.MAX_VALUE)
                        : Double.NaN);
    }

    private static String importanceMethod(String value) {
        if (!value.equals(Importance.PERMUTATION) && !value.equals(Importance.SHAPLEY)) {
            throw new IllegalArgumentException("'" + value + "' must be one of permutation, shapley");
        }
        return value;
    }

    private static RobustnessResult robustness(JsonFields fields) {
        return new RobustnessResult(
                fields.parsed("disturbance", EvaluationLimits.NAME, Disturbance.Kind::of),
                fields.number("share", 0, RobustnessResult.MOST_SHARE),
                fields.integer("rows", 0, EvaluationLimits.ROWS),
                fields.objects("metrics", EvaluationLimits.METRICS, EvaluationReader::metric));
    }

    private static List<Condition> conditions(JsonFields fields) {
        return fields.objects("conditions", SliceResult.MAX_CONDITIONS, EvaluationReader::condition);
    }

    private static Condition condition(JsonFields fields) {
        return new Condition(fields.text("column", Condition.MAX_LENGTH), fields.text("value", Condition.MAX_LENGTH));
    }

    private static Curve curve(JsonFields fields) {
        return new Curve(
                id(fields, "name"),
                fields.objects(
                        "points", Curve.MAX_POINTS, point -> new Curve.Point(finite(point, "x"), finite(point, "y"))));
    }

    private static @Nullable Interval interval(JsonFields parent) {
        JsonFields fields = parent.optionalObject("interval");
        if (fields == null) {
            return null;
        }
        double low = finite(fields, "low");
        double high = finite(fields, "high");
        double confidence = fields.number("confidence", 0, 1);
        String method = fields.text("method", EvaluationLimits.NAME);
        fields.end();
        return valid(fields, () -> new Interval(low, high, confidence, method));
    }

    static double finite(JsonFields fields, String name) {
        return fields.number(name, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static String id(JsonFields fields, String name) {
        return fields.parsed(name, EvaluationLimits.NAME, value -> {
            if (!ID.matcher(value).matches()) {
                throw new IllegalArgumentException("'" + value + "' must match " + ID.pattern());
            }
            return value;
        });
    }

    private static String task(String value) {
        if (!TASKS.contains(value)) {
            throw new IllegalArgumentException("'" + value + "' must be one of " + String.join(", ", TASKS));
        }
        return value;
    }

    private static BootstrapSettings.Method method(String value) {
        for (BootstrapSettings.Method method : BootstrapSettings.Method.values()) {
            if (method.name().toLowerCase(Locale.ROOT).equals(value)) {
                return method;
            }
        }
        throw new IllegalArgumentException("'" + value + "' must be one of percentile, bca");
    }

    /** What the value's own constructor refuses is wrong JSON here. */
    static <T> T valid(JsonFields fields, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path("") + " " + e.getMessage());
        }
    }
}
