package io.weir.schema.tfdv;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Column;
import io.weir.schema.Condition;
import io.weir.schema.Gravity;
import io.weir.schema.Statistic;
import io.weir.schema.TextFormat;
import io.weir.schema.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One feature as a column. */
final class FeatureReader {
    /** What describes a feature, or follows from its being a column. */
    private static final Set<String> SILENT = Set.of(
            "name",
            "type",
            "presence",
            "domain",
            "string_domain",
            "int_domain",
            "float_domain",
            "bool_domain",
            "time_domain",
            "value_count",
            "shape",
            "distribution_constraints",
            "unique_constraints",
            "in_environment",
            "not_in_environment",
            "lifecycle_stage",
            "deprecated",
            "annotation",
            "skew_comparator",
            "drift_comparator",
            "mid_domain");

    /** Stages in which TFDV looks at a feature. */
    private static final Set<String> LIVE = Set.of("UNKNOWN_STAGE", "BETA", "PRODUCTION", "VALIDATION_DERIVED");

    private final ProtoMessage feature;
    private final Map<String, ProtoMessage> domains;
    private final List<String> environments;
    private final List<String> left;
    private final String name;
    private final List<Check> checks = new ArrayList<>();

    FeatureReader(
            ProtoMessage feature, Map<String, ProtoMessage> domains, List<String> environments, List<String> left) {
        this.feature = feature;
        this.domains = domains;
        this.environments = environments;
        this.left = left;
        this.name = feature.text("name", "");
    }

    /** Null if it is not to be looked at. */
    @Nullable
    Column column() {
        if (name.isEmpty()) {
            throw new InvalidJsonException("a feature has no name");
        }
        String stage = feature.text("lifecycle_stage", "UNKNOWN_STAGE");
        if (!LIVE.contains(stage) || feature.flag("deprecated")) {
            left("is " + (LIVE.contains(stage) ? "deprecated" : stage.toLowerCase(Locale.ROOT))
                    + " and not looked at, there as here");
            return null;
        }
        feature.names().stream()
                .filter(field -> !SILENT.contains(field))
                .forEach(field -> left(field + " has no meaning for a column"));
        ValueType type = type();
        if (type != ValueType.ANY) {
            cells(new Condition.OfType(List.of(type)), 1);
        }
        boolean required = presence();
        values();
        comparators();
        unique();
        return new Column(name, type, required, absentIn(), false, checks);
    }

    private ValueType type() {
        return switch (feature.text("type", "TYPE_UNKNOWN")) {
            case "INT", "2" -> feature.has("bool_domain") ? ValueType.ANY : ValueType.INTEGER;
            case "FLOAT", "3" -> ValueType.DECIMAL;
            case "BYTES", "1" -> ValueType.TEXT;
            case "STRUCT", "4" -> {
                left("is a structure: name its fields");
                yield ValueType.ANY;
            }
            default -> ValueType.ANY;
        };
    }

    /** Whether the column must be there; the share of rows with a value becomes a check. */
    private boolean presence() {
        ProtoMessage presence = feature.message("presence");
        if (presence == null) {
            return false;
        }
        Double share = presence.number("min_fraction");
        Double count = presence.number("min_count");
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new InvalidJsonException(
                    "feature '" + name + "': presence.min_fraction is " + share + ", must be from 0 to 1");
        }
        if (share != null && share > 0) {
            cells(new Condition.Present(), share);
        }
        if (count != null && count > 1) {
            left("presence.min_count of " + count.longValue() + ": give the least number of rows instead");
        }
        return share != null && share > 0 || count != null && count > 0;
    }

    private void values() {
        ProtoMessage constraints = feature.message("distribution_constraints");
        Double mass = constraints == null ? null : constraints.number("min_domain_mass");
        double mostly = mass == null ? 1 : mass;
        if (!(mostly >= 0 && mostly <= 1)) {
            throw new InvalidJsonException(
                    "feature '" + name + "': min_domain_mass is " + mostly + ", must be from 0 to 1");
        }
        ProtoMessage named = feature.has("domain") ? domains.get(feature.text("domain", "")) : null;
        if (feature.has("domain") && named == null) {
            throw new InvalidJsonException(
                    "feature '" + name + "': its domain '" + feature.text("domain", "") + "' is not in the schema");
        }
        ProtoMessage strings = feature.has("string_domain") ? feature.message("string_domain") : named;
        if (strings != null && strings.has("value")) {
            cells(new Condition.InSet(List.copyOf(strings.texts("value")), false), mostly);
        }
        for (String kind : List.of("int_domain", "float_domain")) {
            ProtoMessage range = feature.has(kind) ? feature.message(kind) : named;
            if (range != null
                    && (range.has("min") || range.has("max"))
                    && (feature.has(kind) || kind.equals("int_domain"))) {
                cells(
                        new Condition.InRange(Bounds.between(
                                SchemaProto.whole(range.number("min")), SchemaProto.whole(range.number("max")))),
                        mostly);
            }
        }
        ProtoMessage truth = feature.message("bool_domain");
        if (truth != null) {
            cells(
                    new Condition.InSet(List.of(truth.text("true_value", "1"), truth.text("false_value", "0")), false),
                    mostly);
        }
        ProtoMessage time = feature.message("time_domain");
        if (time != null && time.has("string_format")) {
            cells(new Condition.Formatted(TextFormat.of(time.text("string_format", ""))), mostly);
        }
        ProtoMessage count = feature.message("value_count");
        if (count != null && count.number("max") instanceof Double max && max > 1) {
            left("value_count up to " + max.longValue() + ": a cell has one value");
        }
    }

    private void comparators() {
        for (String kind : List.of("skew_comparator", "drift_comparator")) {
            ProtoMessage comparator = feature.message(kind);
            if (comparator == null) {
                continue;
            }
            Map<String, String> measures =
                    Map.of("infinity_norm", "l_infinity", "jensen_shannon_divergence", "js_divergence");
            for (String measure : comparator.names()) {
                ProtoMessage limit = measures.containsKey(measure) ? comparator.message(measure) : null;
                left(
                        limit == null
                                ? kind + "." + measure + " is not known here"
                                : kind + " belongs to a gate's settings: drift: [columns: ['" + name + "': ["
                                        + measures.get(measure) + ": " + limit.text("threshold", "0") + "]]]");
            }
        }
    }

    private void unique() {
        ProtoMessage unique = feature.message("unique_constraints");
        if (unique != null) {
            checks.add(new Check.OfColumn(
                    name + ".distinct",
                    Statistic.DISTINCT,
                    0,
                    List.of(name),
                    Bounds.between(SchemaProto.whole(unique.number("min")), SchemaProto.whole(unique.number("max"))),
                    Gravity.ERROR));
        }
    }

    private List<String> absentIn() {
        List<String> absent = new ArrayList<>(feature.texts("not_in_environment"));
        List<String> in = feature.texts("in_environment");
        if (!in.isEmpty()) {
            environments.stream().filter(each -> !in.contains(each)).forEach(absent::add);
        }
        return absent;
    }

    private void cells(Condition condition, double mostly) {
        checks.add(new Check.OfCells(name + "." + condition.id(), name, condition, mostly, Gravity.ERROR));
    }

    private void left(String reason) {
        left.add("feature '" + name + "': " + reason);
    }
}
