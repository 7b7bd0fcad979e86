package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.explain.PermutationImportance;
import io.weir.evaluation.verdict.Numbers;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.util.List;
import java.util.Map;

/** Reads {@link ExplanationSettings} as people write them in a Jenkinsfile, strictly; {@code docs/evaluation.md} has the fields. */
public final class ExplanationReader {
    /** Most rows that a model is called with at a time. */
    static final int MOST_ROWS = 100_000;

    /** With fewer rows nothing can be told. */
    static final int LEAST_ROWS = 20;

    private static final int MOST_REPETITIONS = 1_000;
    private static final long MOST_EVALS = 100_000_000;

    private ExplanationReader() {}

    /**
     * Reads a map that holds settings and nothing else.
     *
     * @param settings lists, texts and numbers
     * @param what what they are, for messages: "testModel.explain"
     * @param sent columns that the model is given
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static ExplanationSettings read(Map<?, ?> settings, String what, List<String> sent) {
        return read(PlainJson.object(settings, what), what, sent);
    }

    /** As {@link #read(Map, String, List)}, from a tree. */
    public static ExplanationSettings read(ObjectNode settings, String what, List<String> sent) {
        JsonFields fields = new JsonFields(settings, what);
        ExplanationSettings read = new ExplanationSettings(
                sent,
                features(fields, sent),
                whole(fields, "rows", LEAST_ROWS, MOST_ROWS, ExplanationSettings.DEFAULT_ROWS),
                fields.optionalText("metric", TrialSettingsReader.MAX_NAME),
                whole(fields, "permutations", 0, MOST_REPETITIONS, PermutationImportance.DEFAULT_REPETITIONS),
                whole(fields, "shapley", 0, MOST_ROWS, ExplanationSettings.DEFAULT_SHAPLEY),
                whole(fields, "pairs", 2, MOST_REPETITIONS, ExplanationSettings.DEFAULT_PAIRS),
                fields.has("agreement") ? fields.number("agreement", -1, 1) : -1);
        long most = fields.has("max_evals")
                ? fields.integer("max_evals", 1, MOST_EVALS)
                : ExplanationSettings.DEFAULT_MAX_EVALS;
        fields.end();
        check(read, most, fields);
        return read;
    }

    private static void check(ExplanationSettings read, long most, JsonFields fields) {
        if (read.permutations() == 1) {
            throw new InvalidJsonException(fields.path("permutations")
                    + " is 1, must be at least 2, which tell how sure an importance is, or 0 for none");
        }
        if (read.permutations() == 0 && read.shapley() == 0) {
            throw new InvalidJsonException(fields.path("permutations") + " and " + fields.path("shapley")
                    + " are both 0, one must not be; leave explain out for no explanation");
        }
        long planned = read.predictions(read.rows());
        if (planned > most) {
            throw new InvalidJsonException(fields.path("max_evals") + " is " + Numbers.count(most)
                    + ", but " + Numbers.count(planned) + " predictions would be asked for ("
                    + read.rows() + " rows, " + read.permutations() + " permutations of "
                    + read.features().size() + " features, " + read.shapley() + " rows by " + read.pairs()
                    + " pairs of orders of " + read.sent().size()
                    + "); set max_evals higher, or name fewer features, rows, permutations, shapley or pairs");
        }
    }

    /**
     * Features that are named, all if none is.
     *
     * @throws InvalidJsonException if one is not sent
     */
    static List<String> features(JsonFields fields, List<String> sent) {
        List<String> named = fields.texts("features", TrialSettingsReader.MAX_COLUMNS, TrialSettingsReader.MAX_NAME);
        for (String feature : named) {
            if (!sent.contains(feature)) {
                throw new InvalidJsonException(fields.path("features") + " names '" + feature
                        + "', which is not among the features that the model is sent: " + shown(sent));
            }
        }
        return named.isEmpty() ? sent : named.stream().distinct().toList();
    }

    private static String shown(List<String> sent) {
        int most = 20;
        return sent.size() <= most ? sent.toString() : sent.subList(0, most) + " and " + (sent.size() - most) + " more";
    }

    /** A whole number, or what stands for it. */
    static int whole(JsonFields fields, String name, int least, int most, int otherwise) {
        return fields.has(name) ? (int) fields.integer(name, least, most) : otherwise;
    }
}
