package io.weir.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.PlainJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads {@link DriftSettings} as people write them, in a request, a definition or a Jenkinsfile; {@code docs/drift.md} has the
 * fields. What is not given is as in {@link DriftSettings#defaults}. {@link DriftSettingsWriter} writes what this reads.
 */
public final class DriftSettingsReader {
    static final String CHECKS = "checks";
    static final String NUMERIC = "numeric";
    static final String CATEGORICAL = "categorical";
    static final String COLUMNS = "columns";
    static final String LEVEL = "level";
    static final String CORRECTION = "correction";
    static final String SEED = "seed";

    static final int MAX_CHECKS = 20;
    static final int MAX_COLUMNS = 10_000;

    private DriftSettingsReader() {}

    /**
     * Reads a map that holds settings and nothing else.
     *
     * @param settings maps, lists, texts and numbers
     * @param what what they are, for messages: "drift"
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static DriftSettings read(Map<?, ?> settings, String what) {
        JsonFields fields = new JsonFields(PlainJson.object(settings, what), what);
        DriftSettings read = read(fields);
        fields.end();
        return read;
    }

    /**
     * Reads the settings among an object's fields and leaves the others to the caller.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static DriftSettings read(JsonFields fields) {
        DriftSettings settings = checks(fields, DriftSettings.defaults());
        if (fields.has(LEVEL)) {
            settings = settings.withLevel(fields.number(LEVEL, 1e-6, 0.5));
        }
        if (fields.has(CORRECTION)) {
            settings = settings.withCorrection(fields.parsed(CORRECTION, 40, Correction::of));
        }
        if (fields.has(SEED)) {
            settings = settings.withSeed(fields.integer(SEED, Long.MIN_VALUE, Long.MAX_VALUE));
        }
        return columns(fields, settings);
    }

    private static DriftSettings checks(JsonFields fields, DriftSettings defaults) {
        JsonNode given = fields.value(CHECKS);
        if (given == null) {
            return defaults;
        }
        if (given.isArray()) {
            List<DriftCheck> all = list(fields, CHECKS, given);
            return defaults.withChecks(
                    fitting(all, DriftMeasure::isNumeric), fitting(all, DriftMeasure::isCategorical));
        }
        if (!given.isObject()) {
            throw fields.wrong(CHECKS, given, "a list of checks, or an object with lists numeric and categorical");
        }
        JsonFields kinds = fields.object(CHECKS);
        List<DriftCheck> numeric = ofKind(kinds, NUMERIC, defaults.numeric(), DriftMeasure::isNumeric);
        List<DriftCheck> categorical = ofKind(kinds, CATEGORICAL, defaults.categorical(), DriftMeasure::isCategorical);
        kinds.end();
        return defaults.withChecks(numeric, categorical);
    }

    private static List<DriftCheck> ofKind(
            JsonFields kinds, String kind, List<DriftCheck> otherwise, Predicate<DriftMeasure> fits) {
        JsonNode given = kinds.value(kind);
        if (given == null) {
            return otherwise;
        }
        List<DriftCheck> all = list(kinds, kind, given);
        for (DriftCheck check : all) {
            if (!fits.test(check.measure())) {
                throw new InvalidJsonException(kinds.path(kind) + " has '"
                        + check.measure().id() + "', which is no measure of " + kind
                        + " columns; docs/drift.md has those that are");
            }
        }
        return all;
    }

    private static DriftSettings columns(JsonFields fields, DriftSettings settings) {
        JsonFields columns = fields.optionalObject(COLUMNS);
        if (columns == null) {
            return settings;
        }
        List<String> names = columns.names();
        if (names.size() > MAX_COLUMNS) {
            throw new InvalidJsonException(fields.path(COLUMNS) + " has " + names.size() + " entries, at most "
                    + MAX_COLUMNS + " are allowed");
        }
        Map<String, List<DriftCheck>> own = new HashMap<>();
        for (String name : names) {
            JsonNode given = columns.value(name);
            own.put(name, given == null ? List.of() : list(columns, name, given));
        }
        return settings.withColumns(own);
    }

    private static List<DriftCheck> list(JsonFields fields, String name, JsonNode given) {
        if (!given.isArray()) {
            throw fields.wrong(
                    name, given, "a list of checks, such as [\"ks\", {\"measure\": \"psi\", \"limit\": 0.25}]");
        }
        if (given.size() > MAX_CHECKS) {
            throw new InvalidJsonException(
                    fields.path(name) + " has " + given.size() + " checks, at most " + MAX_CHECKS + " are allowed");
        }
        List<DriftCheck> checks = new ArrayList<>();
        for (JsonNode each : given) {
            String at = fields.path(name) + "[" + checks.size() + "]";
            if (each.isTextual()) {
                checks.add(DriftCheckReader.named(each.textValue(), at));
            } else if (each instanceof ObjectNode object) {
                checks.add(DriftCheckReader.read(new JsonFields(object, at)));
            } else {
                throw new InvalidJsonException(
                        at + " must be the name of a measure, or an object with measure and limit");
            }
        }
        return checks;
    }

    private static List<DriftCheck> fitting(List<DriftCheck> all, Predicate<DriftMeasure> fits) {
        return all.stream().filter(check -> fits.test(check.measure())).toList();
    }
}
