package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.api.Durations;
import io.weir.incident.Severity;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a detector's definition and refuses what is out of range; the ranges are in {@code docs/detectors.md}. */
public final class DefinitionParser {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long DEFAULT_DELAY = 5 * SECOND;
    private static final long DEFAULT_REOPEN_WITHIN = 5 * MINUTE;
    private static final int DEFAULT_RESOLVE_AFTER = 3;
    private static final int DEFAULT_MAX_GROUPS = 100;
    private static final int MAX_GROUPS = 10_000;
    private static final int MAX_GROUP_KEYS = 5;
    private static final int MAX_CLAUSES = 10;
    private static final int MAX_INDICES = 50;
    private static final int MAX_WEBHOOKS = 10;
    private static final int NAME = 256;

    /** A run asks for this many intervals a group at most; the server's own limit is 65,536 buckets a search. */
    static final int MAX_BUCKETS = 10_000;

    /** Values a run may hold at once: 32 MB, on each of some threads. */
    static final int MAX_VALUES = 4_000_000;

    /** Comparisons a run may ask for: each makes sketches of every field on the shards, and a judgement. */
    static final int MAX_COMPARISONS = 100_000;

    /** Its document is read by every run and in every list. */
    static final int MAX_BYTES = 65_536;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9._@-]{1,128}");

    private DefinitionParser() {}

    /**
     * An id of a detector.
     *
     * @throws InvalidJsonException naming the value and what is allowed
     */
    public static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new InvalidJsonException(
                    "detector id is '" + (text.length() > 80 ? text.substring(0, 80) + "…" : text)
                            + "', must be 1 to 64 of A-Z a-z 0-9 . _ - and begin with a letter or digit");
        }
        return text;
    }

    /**
     * Reads a definition.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static DetectorDefinition parse(ObjectNode document) {
        JsonFields fields = new JsonFields(document, "");
        long interval = Durations.required(fields, "interval", SECOND, DAY);
        long window = Durations.required(fields, "window", 2 * SECOND, 100 * DAY);
        List<Clause> clauses = fields.objects("clauses", MAX_CLAUSES, ClauseParser::parse);
        DetectorDefinition definition = new DetectorDefinition(
                names(fields, "index", MAX_INDICES),
                fields.raw("query"),
                fields.has("time_field") ? fields.text("time_field", NAME) : "@timestamp",
                interval,
                window,
                Durations.field(fields, "delay", DEFAULT_DELAY, 0, DAY),
                groupBy(fields),
                fields.has("max_groups") ? (int) fields.integer("max_groups", 1, MAX_GROUPS) : DEFAULT_MAX_GROUPS,
                clauses,
                fields.has("match") && fields.parsed("match", 10, DefinitionParser::matchAll),
                severity(fields),
                fields.has("resolve_after")
                        ? (int) fields.integer("resolve_after", 1, ClauseParser.MAX_RUNS)
                        : DEFAULT_RESOLVE_AFTER,
                Durations.field(fields, "reopen_within", DEFAULT_REOPEN_WITHIN, 0, DAY),
                fields.has("missing") ? fields.parsed("missing", 10, Missing::of) : Missing.IGNORE,
                labels(fields),
                names(fields, "webhooks", MAX_WEBHOOKS),
                fields.flag("enabled", true));
        fields.end();
        check(definition);
        return definition;
    }

    private static void check(DetectorDefinition definition) {
        if (definition.index().isEmpty()) {
            throw new InvalidJsonException("index is missing; give a list of index names or patterns");
        }
        if (definition.clauses().isEmpty()) {
            throw new InvalidJsonException("clauses is missing; give a list of 1 to " + MAX_CLAUSES + " clauses");
        }
        if (definition.windowMillis() % definition.intervalMillis() != 0) {
            throw new InvalidJsonException("window is '" + Durations.format(definition.windowMillis())
                    + "', must be a multiple of interval, which is '" + Durations.format(definition.intervalMillis())
                    + "'");
        }
        int least = leastBuckets(definition);
        long buckets = definition.windowMillis() / definition.intervalMillis();
        if (buckets < least || buckets > MAX_BUCKETS) {
            throw new InvalidJsonException("window is '" + Durations.format(definition.windowMillis()) + "', which is "
                    + buckets + " intervals, must be " + least + " to " + MAX_BUCKETS
                    + " of them for these conditions (min_history + for, and resolve_after)");
        }
        checkValues("window", definition, buckets);
        Set<String> names = new HashSet<>();
        for (Clause clause : definition.clauses()) {
            if (!names.add(clause.name())) {
                throw new InvalidJsonException("clauses has the name '" + clause.name() + "' twice, must have it once");
            }
        }
    }

    /**
     * Checks that the values of {@code buckets} intervals are not more than a node can hold.
     *
     * @param what the field that says how many intervals
     */
    static void checkValues(String what, DetectorDefinition definition, long buckets) {
        long values = buckets * definition.maxGroups() * definition.clauses().size();
        int most = definition.compares() ? MAX_COMPARISONS : MAX_VALUES;
        if (values > most) {
            throw new InvalidJsonException(
                    "max_groups is " + definition.maxGroups() + ", and " + what + " is " + buckets
                            + " intervals of " + definition.clauses().size() + " clauses: up to " + values
                            + " values in a run, must be at most " + most
                            + (definition.compares() ? " where a condition is drift" : "") + "; lower one of them");
        }
    }

    private static int leastBuckets(DetectorDefinition definition) {
        int least = Math.max(2, definition.resolveAfter());
        for (Clause clause : definition.clauses()) {
            int history = clause.condition() instanceof Condition.Anomaly anomaly
                    ? anomaly.settings().minHistory()
                    : 0;
            least = Math.max(least, history + clause.runs());
        }
        return least;
    }

    private static List<String> names(JsonFields fields, String name, int max) {
        List<String> names = fields.texts(name, max, NAME);
        if (names.stream().anyMatch(String::isBlank) || new HashSet<>(names).size() != names.size()) {
            throw new InvalidJsonException(
                    fields.path(name) + " is " + names + ", must hold different, non-empty names");
        }
        return names;
    }

    /** Its values become part of incidents, whose contract says what names are. */
    private static List<String> groupBy(JsonFields fields) {
        List<String> names = names(fields, "group_by", MAX_GROUP_KEYS);
        for (String name : names) {
            if (!TAG.matcher(name).matches()) {
                throw new InvalidJsonException("group_by has '" + name
                        + "', must be 1 to 128 of A-Z a-z 0-9 . _ @ -; give the field such a name with an alias");
            }
        }
        return names;
    }

    private static Map<String, String> labels(JsonFields fields) {
        Map<String, String> labels = fields.textMap("labels", 32, 512);
        for (String key : labels.keySet()) {
            if (!TAG.matcher(key).matches()) {
                throw new InvalidJsonException(
                        "labels has the key '" + key + "'; keys are 1 to 128 of A-Z a-z 0-9 . _ @ -");
            }
        }
        return labels;
    }

    private static @Nullable Severity severity(JsonFields fields) {
        if (!fields.has("severity")) {
            return null;
        }
        String text = fields.text("severity", 20);
        return text.equals("auto") ? null : fields.parsed("severity", 20, DefinitionParser::severityOf);
    }

    private static Severity severityOf(String text) {
        try {
            return Severity.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " or auto", e);
        }
    }

    private static boolean matchAll(String text) {
        return switch (text) {
            case "any" -> false;
            case "all" -> true;
            default -> throw new IllegalArgumentException("'" + text + "', must be any or all");
        };
    }
}
