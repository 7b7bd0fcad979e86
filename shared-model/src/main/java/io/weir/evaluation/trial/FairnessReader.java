package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.Measure;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what fairness is asked for: a column, a list of columns for intersections, or an object with rules. */
final class FairnessReader {
    private static final int MOST = 8;
    private static final int MOST_RULES = 20;
    private static final int MEASURE = 1;
    private static final int SIGN = 2;
    private static final int LIMIT = 3;
    private static final Pattern SHORT = Pattern.compile("\\s*([a-z][a-z_]{0,63})\\s*(>=|<=)\\s*(\\S{1,40})\\s*");
    private static final String ALLOWED =
            "such as 'disparate_impact >= 0.8' or 'equalized_odds_difference <= 0.1', or an object with measure and limit";

    private FairnessReader() {}

    static List<FairnessChoice> fairness(JsonFields fields) {
        List<FairnessChoice> choices = new ArrayList<>();
        JsonNode given = fields.value("fairness");
        if (given == null) {
            return choices;
        }
        if (!given.isArray() || given.size() > MOST) {
            throw fields.wrong(
                    "fairness", given, "a list of at most " + MOST + " columns, lists of columns, or objects");
        }
        for (JsonNode each : given) {
            String path = fields.path("fairness") + "[" + choices.size() + "]";
            choices.add(
                    each instanceof ObjectNode object
                            ? choice(new JsonFields(object, path))
                            : new FairnessChoice(Lists.texts(path, each), null, List.of()));
        }
        return choices;
    }

    private static FairnessChoice choice(JsonFields fields) {
        List<String> columns = Lists.oneOrMore(fields, "columns");
        if (columns.isEmpty()) {
            throw new InvalidJsonException(fields.path("columns") + " is missing, must be the columns of the groups");
        }
        FairnessChoice choice = new FairnessChoice(
                columns, fields.optionalText("reference", TrialSettingsReader.MAX_NAME), rules(fields));
        fields.end();
        return choice;
    }

    private static List<FairnessRule> rules(JsonFields fields) {
        List<FairnessRule> rules = new ArrayList<>();
        JsonNode given = fields.value("rules");
        if (given == null) {
            return rules;
        }
        if (!given.isArray() || given.size() > MOST_RULES) {
            throw fields.wrong("rules", given, "a list of at most " + MOST_RULES + " rules");
        }
        for (JsonNode each : given) {
            String path = fields.path("rules") + "[" + rules.size() + "]";
            rules.add(each instanceof ObjectNode object ? rule(new JsonFields(object, path)) : rule(path, each));
        }
        return rules;
    }

    private static FairnessRule rule(String path, JsonNode given) {
        Matcher matcher = SHORT.matcher(given.isTextual() ? given.textValue() : "");
        if (!matcher.matches()) {
            throw new InvalidJsonException(path + " is " + Lists.shown(given) + ", must be a rule, " + ALLOWED);
        }
        try {
            Measure measure = Measure.of(matcher.group(MEASURE));
            if (matcher.group(SIGN).equals(">=") != measure.isRatio()) {
                throw new InvalidJsonException(path + " is " + Lists.shown(given)
                        + ", but a ratio must be at least (>=), a difference at most (<=) a" + " limit");
            }
            return new FairnessRule(measure, ThresholdReader.limit(path, matcher.group(LIMIT)));
        } catch (InvalidJsonException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(path + ": " + e.getMessage());
        }
    }

    private static FairnessRule rule(JsonFields fields) {
        Measure measure = fields.parsed("measure", 64, Measure::of);
        double limit = fields.number("limit", 0, 1);
        fields.end();
        try {
            return new FairnessRule(measure, limit);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path("limit") + ": " + e.getMessage());
        }
    }
}
