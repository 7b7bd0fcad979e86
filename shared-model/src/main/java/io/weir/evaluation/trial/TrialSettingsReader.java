package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.slice.WeakestSlices;
import io.weir.evaluation.trial.Roles.ClassColumn;
import io.weir.evaluation.trial.TrialSettings.History;
import io.weir.evaluation.trial.TrialSettings.SliceSettings;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link TrialSettings} as people write them in a Jenkinsfile, strictly; {@code docs/evaluation.md} has the fields. */
public final class TrialSettingsReader {
    static final int MAX_COLUMNS = 1_000;
    static final int MAX_NAME = 200;
    private static final int MAX_PATH = 1_000;
    private static final int MAX_RANKS = 5;
    private static final int MOST_RANGES = 100;
    private static final int MOST_SEASON = 100_000;

    private TrialSettingsReader() {}

    /**
     * Reads a map that holds settings and nothing else.
     *
     * @param settings maps, lists, texts, numbers and truth values
     * @param what what they are, for messages: "testModel"
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static TrialSettings read(Map<?, ?> settings, String what) {
        return read(PlainJson.object(settings, what), what);
    }

    /** As {@link #read(Map, String)}, from a tree. */
    public static TrialSettings read(ObjectNode settings, String what) {
        JsonFields fields = new JsonFields(settings, what);
        Roles roles = roles(fields);
        TrialSettings read = new TrialSettings(
                fields.optionalText("model", MAX_NAME),
                roles,
                fields.has("task") ? fields.parsed("task", MAX_NAME, Task::of) : null,
                Lists.optionalScalar(fields, "positive"),
                fields.has("decision")
                        ? fields.number("decision", -Double.MAX_VALUE, Double.MAX_VALUE)
                        : BinaryEvaluator.DEFAULT_DECISION_THRESHOLD,
                ranks(fields),
                history(fields.optionalObject("history")),
                slices(fields),
                fields.texts("metrics", MAX_COLUMNS, MAX_NAME),
                ThresholdReader.thresholds(fields),
                FairnessReader.fairness(fields),
                baseline(fields),
                checks(fields.optionalObject("checks")),
                bootstrap(fields),
                (int)
                        (fields.has("rows")
                                ? fields.integer("rows", 1, Integer.MAX_VALUE / 2)
                                : TrialSettings.DEFAULT_MAX_ROWS));
        fields.end();
        return read;
    }

    private static Roles roles(JsonFields fields) {
        Roles roles = new Roles(
                Lists.oneOrMore(fields, "label"),
                Lists.oneOrMore(fields, "prediction"),
                Lists.oneOrMore(fields, "score"),
                classes(fields),
                fields.optionalText("query", MAX_NAME),
                fields.optionalText("series", MAX_NAME),
                fields.optionalText("low", MAX_NAME),
                fields.optionalText("high", MAX_NAME));
        if (roles.label().isEmpty()) {
            throw new InvalidJsonException(fields.path("label") + " is missing, must be the column of the true values");
        }
        if (roles.predicted().isEmpty() && roles.prediction().isEmpty()) {
            throw new InvalidJsonException(fields.path("prediction") + ", " + fields.path("score") + " and "
                    + fields.path("classes") + " are all missing, one must say which column the predictions are in");
        }
        if ((roles.low() == null) != (roles.high() == null)) {
            throw new InvalidJsonException(fields.path("low") + " and " + fields.path("high")
                    + " are the two ends of one interval, must be given together");
        }
        return roles;
    }

    private static List<ClassColumn> classes(JsonFields fields) {
        JsonNode given = fields.value("classes");
        if (given == null || given.isArray()) {
            return fields.texts("classes", MAX_COLUMNS, MAX_NAME).stream()
                    .map(name -> new ClassColumn(name, name))
                    .toList();
        }
        if (!(given instanceof ObjectNode)) {
            throw fields.wrong("classes", given, "a list of columns named as the classes, or class: column");
        }
        List<ClassColumn> classes = new ArrayList<>();
        fields.textMap("classes", MAX_COLUMNS, MAX_NAME)
                .forEach((name, column) -> classes.add(new ClassColumn(name, column)));
        return classes;
    }

    private static List<Integer> ranks(JsonFields fields) {
        List<Integer> ranks = new ArrayList<>();
        JsonNode given = fields.value("k");
        if (given == null) {
            return ranks;
        }
        for (JsonNode each : given.isArray() ? given : List.of(given)) {
            if (!each.isIntegralNumber() || each.asLong() < 1 || each.asLong() > 10_000 || ranks.size() == MAX_RANKS) {
                throw fields.wrong("k", given, "at most " + MAX_RANKS + " whole numbers from 1 to 10000");
            }
            ranks.add(each.intValue());
        }
        return ranks;
    }

    private static @Nullable History history(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        History history = new History(fields.text("file", MAX_PATH), (int)
                (fields.has("season") ? fields.integer("season", 1, MOST_SEASON) : 1));
        fields.end();
        return history;
    }

    private static SliceSettings slices(JsonFields fields) {
        List<List<String>> slices = Lists.listOfLists(fields, "slices");
        return new SliceSettings(
                slices,
                (int) (fields.has("ranges") ? fields.integer("ranges", 2, MOST_RANGES) : SliceColumn.DEFAULT_RANGES),
                (int)
                        (fields.has("least")
                                ? fields.integer("least", 1, Integer.MAX_VALUE)
                                : WeakestSlices.DEFAULT_LEAST_ROWS),
                fields.has("weakest")
                        ? fields.texts("weakest", MAX_COLUMNS, MAX_NAME)
                        : slices.stream().flatMap(List::stream).distinct().toList());
    }

    private static @Nullable BaselineChoice baseline(JsonFields fields) {
        JsonNode given = fields.value("baseline");
        if (given == null) {
            return null;
        }
        if (!(given instanceof ObjectNode)) {
            List<String> columns = Lists.oneOrMore(fields, "baseline");
            return new BaselineChoice.Paired(String.join(", ", columns), null, columns);
        }
        JsonFields object = fields.object("baseline");
        String file = object.optionalText("file", MAX_PATH);
        String evaluation = object.optionalText("evaluation", MAX_PATH);
        List<String> columns = Lists.oneOrMore(object, "columns");
        String name = object.optionalText("name", MAX_NAME);
        object.end();
        if (evaluation != null && (file != null || !columns.isEmpty())
                || evaluation == null && file == null && columns.isEmpty()) {
            throw fields.wrong("baseline", given, "columns, a file with columns of the same rows, or an evaluation");
        }
        if (evaluation != null) {
            return new BaselineChoice.Earlier(name == null ? evaluation : name, evaluation);
        }
        String otherwise = file == null ? String.join(", ", columns) : file;
        return new BaselineChoice.Paired(name == null ? otherwise : name, file, columns);
    }

    private static CheckSettings checks(@Nullable JsonFields fields) {
        if (fields == null) {
            return CheckSettings.NONE;
        }
        CheckSettings checks = new CheckSettings(
                Lists.oneOrMore(fields, "features"),
                fields.has("missing_labels") ? fields.number("missing_labels", 0, 1) : 0,
                fields.has("leak") ? fields.number("leak", 0.5, 1) : Double.NaN,
                fields.has("duplicates") ? fields.number("duplicates", 0, 1) : Double.NaN,
                fields.has("overlap") ? fields.number("overlap", 0, 1) : Double.NaN,
                fields.optionalText("train", MAX_PATH));
        fields.end();
        boolean needsFeatures = checks.needsHashes() || !Double.isNaN(checks.leak());
        if (needsFeatures && checks.features().isEmpty()) {
            throw new InvalidJsonException(fields.path("features")
                    + " is missing, must name the columns that the model was given, which leak, duplicates and overlap"
                    + " are about");
        }
        if (Double.isNaN(checks.overlap()) != (checks.train() == null)) {
            throw new InvalidJsonException(fields.path("train") + " and " + fields.path("overlap")
                    + " must be given together: the training data, and the share of rows that may occur there");
        }
        return checks;
    }

    private static BootstrapSettings bootstrap(JsonFields fields) {
        return new BootstrapSettings(
                (int)
                        (fields.has("replicates")
                                ? fields.integer("replicates", BootstrapSettings.LEAST, BootstrapSettings.MOST)
                                : BootstrapSettings.DEFAULT_REPLICATES),
                fields.has("confidence") ? fields.number("confidence", 0.5, 0.9999) : Interval.DEFAULT_CONFIDENCE,
                fields.has("seed")
                        ? fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE)
                        : BootstrapSettings.DEFAULT_SEED,
                BootstrapSettings.Method.BCA);
    }
}
