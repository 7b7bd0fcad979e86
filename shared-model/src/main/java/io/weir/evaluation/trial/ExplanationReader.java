package io.weir.evaluation.trial;

import io.weir.evaluation.explain.PermutationImportance;
import io.weir.evaluation.explain.Robustness;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.util.List;
import java.util.Map;

/** Reads {@link ExplanationSettings} as people write them in a Jenkinsfile, strictly; {@code docs/evaluation.md} has the fields. */
public final class ExplanationReader {
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_REPETITIONS = 1_000;
    private static final int LEAST_ROWS = 20;

    private ExplanationReader() {}

    /**
     * Reads a map that holds settings and nothing else.
     *
     * @param settings lists, texts and numbers
     * @param what what they are, for messages: "testModel.explain"
     * @param features unless the settings name others: those that the model is asked with
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static ExplanationSettings read(Map<?, ?> settings, String what, List<String> features) {
        JsonFields fields = new JsonFields(PlainJson.object(settings, what), what);
        List<String> named = fields.texts("features", TrialSettingsReader.MAX_COLUMNS, TrialSettingsReader.MAX_NAME);
        ExplanationSettings read = new ExplanationSettings(
                named.isEmpty() ? features : named,
                whole(fields, "rows", LEAST_ROWS, MOST_ROWS, ExplanationSettings.DEFAULT_ROWS),
                fields.optionalText("metric", TrialSettingsReader.MAX_NAME),
                whole(fields, "permutations", 0, MOST_REPETITIONS, PermutationImportance.DEFAULT_REPETITIONS),
                whole(fields, "shapley", 0, MOST_ROWS, ExplanationSettings.DEFAULT_SHAPLEY),
                whole(fields, "pairs", 2, MOST_REPETITIONS, ExplanationSettings.DEFAULT_PAIRS),
                fields.has("noise") ? fields.number("noise", 0, 100) : Robustness.DEFAULT_SHARE,
                fields.has("missing") ? fields.number("missing", 0, 1) : 0,
                fields.has("most_loss") ? fields.number("most_loss", 0, Double.MAX_VALUE) : Double.NaN,
                fields.has("agreement") ? fields.number("agreement", -1, 1) : -1);
        fields.end();
        if (read.features().isEmpty()) {
            throw new InvalidJsonException(
                    fields.path("features") + " is missing, must list the columns that the model is given");
        }
        if (read.permutations() == 1) {
            throw new InvalidJsonException(fields.path("permutations")
                    + " is 1, must be at least 2, which tell how sure an importance is, or 0 for none");
        }
        return read;
    }

    private static int whole(JsonFields fields, String name, int least, int most, int otherwise) {
        return fields.has(name) ? (int) fields.integer(name, least, most) : otherwise;
    }
}
