package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.explain.Disturbance.Kind;
import io.weir.evaluation.trial.RobustnessSettings.Rule;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@link RobustnessSettings} as people write them in a Jenkinsfile, strictly; {@code docs/evaluation.md} has the fields. */
public final class RobustnessReader {
    private static final int MOST_SHARES = 5;
    private static final int MOST_METRICS = 8;
    private static final int MOST_RULES = 16;
    private static final int METRIC = 1;
    private static final int MARGIN = 2;
    private static final int UNDER = 3;
    private static final Pattern RULE = Pattern.compile(
            "\\s*([a-z][a-z0-9_@]{0,63})\\s+not_worse\\s+(\\S{1,40})(?:\\s+under\\s+(noise|missing))?\\s*");

    private RobustnessReader() {}

    /**
     * Reads a map that holds settings and nothing else.
     *
     * @param settings lists, texts and numbers
     * @param what what they are, for messages: "testModel.robustness"
     * @param sent columns that the model is given
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static RobustnessSettings read(Map<?, ?> settings, String what, List<String> sent) {
        return read(PlainJson.object(settings, what), what, sent);
    }

    /** As {@link #read(Map, String, List)}, from a tree. */
    public static RobustnessSettings read(ObjectNode settings, String what, List<String> sent) {
        JsonFields fields = new JsonFields(settings, what);
        Map<Kind, List<Double>> shares = new EnumMap<>(Kind.class);
        put(shares, fields, Kind.NOISE, RobustnessResult.MOST_SHARE);
        put(shares, fields, Kind.MISSING, 1);
        RobustnessSettings read = new RobustnessSettings(
                sent,
                ExplanationReader.features(fields, sent),
                ExplanationReader.whole(
                        fields,
                        "rows",
                        ExplanationReader.LEAST_ROWS,
                        ExplanationReader.MOST_ROWS,
                        RobustnessSettings.DEFAULT_ROWS),
                fields.texts("metrics", MOST_METRICS, TrialSettingsReader.MAX_NAME),
                shares,
                rules(fields, shares));
        fields.end();
        if (shares.isEmpty()) {
            throw new InvalidJsonException(fields.path("noise") + " and " + fields.path("missing")
                    + " are both missing, one must say how features are disturbed, such as noise: 0.1");
        }
        return read;
    }

    private static void put(Map<Kind, List<Double>> shares, JsonFields fields, Kind kind, double most) {
        JsonNode given = fields.value(kind.id());
        if (given == null) {
            return;
        }
        List<Double> read = new ArrayList<>();
        for (JsonNode each : given.isArray() ? given : List.of(given)) {
            double share = each.isNumber() ? each.doubleValue() : Double.NaN;
            if (!(share > 0 && share <= most) || read.size() == MOST_SHARES) {
                throw fields.wrong(
                        kind.id(),
                        given,
                        "a number above 0 and at most " + (int) most + ", or a list of at most " + MOST_SHARES);
            }
            read.add(share);
        }
        if (read.isEmpty()) {
            throw fields.wrong(kind.id(), given, "a number or a list that is not empty; leave it out for none");
        }
        shares.put(kind, read.stream().distinct().toList());
    }

    private static List<Rule> rules(JsonFields fields, Map<Kind, List<Double>> shares) {
        List<Rule> rules = new ArrayList<>();
        for (String text : fields.texts("thresholds", MOST_RULES, TrialSettingsReader.MAX_NAME)) {
            String path = fields.path("thresholds") + "[" + rules.size() + "]";
            Matcher matcher = RULE.matcher(text);
            if (!matcher.matches()) {
                throw new InvalidJsonException(path + " is '" + text
                        + "', must be such as 'roc_auc not_worse 0.05' or 'roc_auc not_worse 0.05 under noise'");
            }
            double margin = ThresholdReader.limit(path, matcher.group(MARGIN));
            if (!(margin >= 0) || Double.isInfinite(margin)) {
                throw new InvalidJsonException(
                        path + " has the limit " + margin + ", must be a finite number of at least 0, the margin");
            }
            Kind under = under(matcher.group(UNDER));
            if (under != null && !shares.containsKey(under)) {
                throw new InvalidJsonException(path + " is about " + under.id() + ", but " + fields.path(under.id())
                        + " is missing; say how much, such as " + under.id() + ": 0.1");
            }
            rules.add(new Rule(matcher.group(METRIC), margin, under));
        }
        return rules;
    }

    private static @Nullable Kind under(@Nullable String id) {
        return id == null ? null : Kind.of(id);
    }
}
