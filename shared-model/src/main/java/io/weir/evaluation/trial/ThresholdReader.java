package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.verdict.Threshold;
import io.weir.evaluation.verdict.Threshold.Kind;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads thresholds: {@code 'roc_auc >= 0.8'}, {@code 'roc_auc not_worse 0.01'}, or
 * {@code [metric: 'roc_auc', not_worse: 0.01]}.
 */
final class ThresholdReader {
    private static final int MOST = 300;
    private static final int METRIC = 1;
    private static final int SIGN = 2;
    private static final int WORD = 3;
    private static final int LIMIT = 4;
    private static final Pattern SHORT = Pattern.compile(
            "\\s*([a-z][a-z0-9_@]{0,63})(?:\\s*(>=|<=)\\s*|\\s+(at_least|at_most|not_worse|better)\\s+)(\\S{1,40})\\s*");
    private static final String ALLOWED =
            "such as 'roc_auc >= 0.8' or 'roc_auc not_worse 0.01', or an object with metric and one of at_least, at_most,"
                    + " not_worse, better";

    private ThresholdReader() {}

    static List<Threshold> thresholds(JsonFields fields) {
        List<Threshold> thresholds = new ArrayList<>();
        JsonNode given = fields.value("thresholds");
        if (given == null) {
            return thresholds;
        }
        if (!given.isArray() || given.size() > MOST) {
            throw fields.wrong("thresholds", given, "a list of at most " + MOST + " thresholds");
        }
        for (JsonNode each : given) {
            String path = fields.path("thresholds") + "[" + thresholds.size() + "]";
            try {
                thresholds.add(
                        each instanceof ObjectNode object
                                ? ofObject(new JsonFields(object, path))
                                : ofText(path, each));
            } catch (InvalidJsonException e) {
                throw e;
            } catch (IllegalArgumentException e) {
                throw new InvalidJsonException(path + ": " + e.getMessage());
            }
        }
        return thresholds;
    }

    private static Threshold ofText(String path, JsonNode given) {
        Matcher matcher = SHORT.matcher(given.isTextual() ? given.textValue() : "");
        if (!matcher.matches()) {
            throw new InvalidJsonException(path + " is " + Lists.shown(given) + ", must be a threshold, " + ALLOWED);
        }
        return new Threshold(
                matcher.group(METRIC),
                kind(matcher.group(SIGN), matcher.group(WORD)),
                limit(path, matcher.group(LIMIT)));
    }

    private static Kind kind(@Nullable String sign, @Nullable String word) {
        if (word != null) {
            return Kind.of(word);
        }
        return ">=".equals(sign) ? Kind.AT_LEAST : Kind.AT_MOST;
    }

    /** The number of a rule in short form. */
    static double limit(String path, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidJsonException(path + " has the limit '" + text + "', must be a number");
        }
    }

    private static Threshold ofObject(JsonFields fields) {
        String metric = fields.text("metric", 64);
        Kind chosen = null;
        double limit = 0;
        for (Kind kind : Kind.values()) {
            if (fields.has(kind.id())) {
                if (chosen != null) {
                    throw new InvalidJsonException(fields.path(kind.id()) + " is there beside " + chosen.id()
                            + ", must be one of them; write two thresholds");
                }
                chosen = kind;
                limit = fields.number(kind.id(), -Double.MAX_VALUE, Double.MAX_VALUE);
            }
        }
        fields.end();
        if (chosen == null) {
            throw new InvalidJsonException(fields.path("at_least") + " is missing, must be " + ALLOWED);
        }
        return new Threshold(metric, chosen, limit);
    }
}
