package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.Measure;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;

/** Reads what fairness is asked for: a column, a list of columns for intersections, or an object with rules. */
final class FairnessReader {
    private static final int MOST = 8;
    private static final int MOST_RULES = 20;

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
                columns,
                fields.optionalText("reference", TrialSettingsReader.MAX_NAME),
                fields.objects("rules", MOST_RULES, FairnessReader::rule));
        fields.end();
        return choice;
    }

    private static FairnessRule rule(JsonFields fields) {
        Measure measure = fields.parsed("measure", 64, Measure::of);
        double limit = fields.number("limit", 0, 1);
        try {
            return new FairnessRule(measure, limit);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path("limit") + ": " + e.getMessage());
        }
    }
}
