package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Direction;
import io.weir.anomaly.Season;
import io.weir.elasticsearch.api.Durations;
import io.weir.incident.Severity;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one clause of a detector. */
final class ClauseParser {
    static final int MAX_RUNS = 1000;
    private static final int MAX_MIN_HISTORY = 10_000;
    private static final int MAX_COLUMNS = 1_000;
    private static final String DRIFT = "drift";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.-]{1,100}|>[A-Za-z0-9_.>\\[\\]-]{1,200}");

    private ClauseParser() {}

    static Clause parse(JsonFields fields) {
        String name = fields.parsed("name", 100, text -> matching(text, NAME));
        ObjectNode aggregation = fields.raw("aggregation");
        if (aggregation == null || aggregation.size() < 1) {
            throw new InvalidJsonException(fields.path("aggregation")
                    + " is missing; give one aggregation, as in {\"avg\": {\"field\": \"duration\"}}");
        }
        String path = fields.has("path") ? fields.parsed("path", 200, text -> matching(text, PATH)) : "";
        Severity severity = fields.has("severity") ? fields.parsed("severity", 20, Severity::of) : null;
        JsonFields condition = fields.object("condition");
        int runs = condition.has("for") ? (int) condition.integer("for", 1, MAX_RUNS) : 1;
        Condition parsed = condition(condition);
        condition.end();
        if (parsed instanceof Condition.Drift
                && !(aggregation.size() == 1 && aggregation.path(DRIFT).isObject())) {
            throw new InvalidJsonException(fields.path("aggregation") + " is "
                    + aggregation.properties().iterator().next().getKey()
                    + ", must be one drift aggregation where the condition is drift");
        }
        return new Clause(name, aggregation, path, parsed, runs, severity);
    }

    private static Condition condition(JsonFields fields) {
        JsonFields anomaly = fields.optionalObject("anomaly");
        JsonFields threshold = fields.optionalObject("threshold");
        JsonFields drift = fields.optionalObject(DRIFT);
        long given = Stream.of(anomaly != null, threshold != null, drift != null)
                .filter(each -> each)
                .count();
        if (given != 1) {
            throw new InvalidJsonException(
                    fields.path("") + "must have exactly one of anomaly, threshold and drift, has " + given);
        }
        if (drift != null) {
            return drift(drift);
        }
        return anomaly != null ? anomaly(anomaly) : threshold(Objects.requireNonNull(threshold));
    }

    private static Condition drift(JsonFields fields) {
        int columns = fields.has("columns") ? (int) fields.integer("columns", 1, MAX_COLUMNS) : 1;
        fields.end();
        return new Condition.Drift(columns);
    }

    private static Condition anomaly(JsonFields fields) {
        Season season = fields.has("season") ? fields.parsed("season", 20, ClauseParser::season) : Season.AUTO;
        double sensitivity = fields.has("sensitivity")
                ? fields.number("sensitivity", Double.MIN_VALUE, 1)
                : AnomalySettings.DEFAULT_SENSITIVITY;
        Direction direction =
                fields.has("direction") ? fields.parsed("direction", 20, ClauseParser::direction) : Direction.BOTH;
        int history = fields.has("min_history")
                ? (int) fields.integer("min_history", AnomalySettings.LEAST_HISTORY, MAX_MIN_HISTORY)
                : AnomalySettings.DEFAULT_MIN_HISTORY;
        fields.end();
        return new Condition.Anomaly(new AnomalySettings(season, sensitivity, direction, history));
    }

    private static Condition threshold(JsonFields fields) {
        double above = fields.numberOrNaN("above");
        double below = fields.numberOrNaN("below");
        fields.end();
        if (Double.isNaN(above) && Double.isNaN(below)) {
            throw new InvalidJsonException(fields.path("above") + " is missing; give above, below, or both");
        }
        if (below > above) {
            throw new InvalidJsonException(fields.path("below") + " is " + below + ", must be at most above, which is "
                    + above + "; every value would be trouble");
        }
        return new Condition.Threshold(above, below);
    }

    private static Season season(String text) {
        return switch (text) {
            case "auto" -> Season.AUTO;
            case "none" -> Season.NONE;
            default -> {
                long millis = Durations.parse(text);
                if (millis == 0) {
                    throw new IllegalArgumentException("'" + text + "', must be auto, none or a duration above zero");
                }
                yield Season.of(millis);
            }
        };
    }

    private static Direction direction(String text) {
        return switch (text) {
            case "both" -> Direction.BOTH;
            case "above" -> Direction.ABOVE;
            case "below" -> Direction.BELOW;
            default -> throw new IllegalArgumentException("'" + text + "', must be one of both, above, below");
        };
    }

    private static String matching(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "', must match " + form.pattern());
        }
        return text;
    }
}
