package io.weir.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.value.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads one column with all that is said of it. */
final class ColumnReader {
    private static final int MAX_NAME = 1_000;
    private static final int MAX_ENVIRONMENTS = 100;

    private final String name;
    private final JsonFields fields;
    private final List<Check> checks = new ArrayList<>();

    private ColumnReader(String name, JsonFields fields) {
        this.name = name;
        this.fields = fields;
    }

    static Column read(String name, JsonFields fields) {
        return new ColumnReader(name, fields).column();
    }

    private Column column() {
        ValueType type = type();
        cells();
        rows();
        statistics();
        sets();
        RuleFields distribution = RuleFields.of(fields, "distribution");
        if (distribution != null) {
            checks.add(DistributionFields.read(name, fields, distribution));
        }
        Column column = new Column(
                name,
                type,
                fields.flag("required", true),
                fields.texts("absent_in", MAX_ENVIRONMENTS, MAX_NAME),
                fields.flag("sensitive", false),
                checks);
        fields.end();
        return column;
    }

    private ValueType type() {
        RuleFields rule = RuleFields.of(fields, "type");
        if (rule == null) {
            return ValueType.ANY;
        }
        List<ValueType> types = rule.texts("is").stream()
                .map(text -> parsed("type", text, ValueType::of))
                .toList();
        if (!types.contains(ValueType.ANY)) {
            add(rule, new Condition.OfType(types));
        }
        rule.end();
        return types.size() == 1 ? types.getFirst() : ValueType.ANY;
    }

    private void cells() {
        RuleFields missing = RuleFields.of(fields, "missing");
        if (missing != null) {
            double mostly = 1 - missing.share("max");
            checks.add(new Check.OfCells(name + ".missing", name, new Condition.Present(), mostly, missing.gravity()));
            missing.end();
        }
        cell("absent", rule -> rule.flag() ? new Condition.Absent() : null);
        cell("domain", rule -> new Condition.InSet(rule.values("values"), false));
        cell("forbidden", rule -> new Condition.InSet(rule.values("values"), true));
        cell("range", rule -> new Condition.InRange(rule.bounds()));
        cell("length", this::length);
        cell("pattern", this::pattern);
        cell("format", rule -> new Condition.Formatted(parsed("format", rule.text("is"), TextFormat::of)));
    }

    private void cell(String rule, Function<RuleFields, @Nullable Condition> reader) {
        RuleFields found = RuleFields.of(fields, rule);
        if (found != null) {
            Condition condition = reader.apply(found);
            if (condition != null) {
                add(found, condition);
            }
            found.end();
        }
    }

    private void add(RuleFields rule, Condition condition) {
        checks.add(new Check.OfCells(name + "." + condition.id(), name, condition, rule.mostly(), rule.gravity()));
    }

    private Condition length(RuleFields rule) {
        JsonNode exact = fields.value("length");
        if (exact != null && exact.isIntegralNumber()) {
            return new Condition.LengthIn(exact.longValue(), exact.longValue());
        }
        Bounds bounds = rule.bounds();
        if (bounds.minExcluded()
                || bounds.maxExcluded()
                || !(bounds.min() == null || bounds.min() instanceof Long)
                || !(bounds.max() == null || bounds.max() instanceof Long)) {
            throw new InvalidJsonException(fields.path("length") + " must be a whole number, or {min: 1, max: 5}");
        }
        return new Condition.LengthIn(
                bounds.min() == null ? 0 : (Long) bounds.min(),
                bounds.max() == null ? Long.MAX_VALUE : (Long) bounds.max());
    }

    /** {@code pattern: '^a'}, or {@code all}, {@code any} or {@code none} of a list. */
    private Condition pattern(RuleFields rule) {
        JsonFields longForm = rule.fields();
        if (longForm != null) {
            for (Condition.Matches.Quantity quantity : Condition.Matches.Quantity.values()) {
                String field = quantity.name().toLowerCase(Locale.ROOT);
                if (longForm.has(field)) {
                    return new Condition.Matches(compiled(rule.texts(field)), quantity);
                }
            }
        }
        return new Condition.Matches(compiled(rule.texts("all")), Condition.Matches.Quantity.ALL);
    }

    private List<Pattern> compiled(List<String> patterns) {
        return patterns.stream()
                .map(text -> parsed("pattern", text, ColumnReader::regex))
                .toList();
    }

    private static Pattern regex(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "must be a regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
        }
    }

    private void rows() {
        RuleFields unique = RuleFields.of(fields, "unique");
        if (unique != null) {
            if (unique.flag()) {
                checks.add(new Check.Key(name + ".unique", List.of(name), unique.mostly(), unique.gravity()));
            }
            unique.end();
        }
        RuleFields order = RuleFields.of(fields, "order");
        if (order != null) {
            String word = order.text("is");
            if (!word.matches("(strictly_)?(increasing|decreasing)")) {
                throw new InvalidJsonException(fields.path("order") + " is '" + word
                        + "', must be increasing, decreasing, strictly_increasing or strictly_decreasing");
            }
            checks.add(new Check.Ordered(
                    name + ".order",
                    name,
                    word.endsWith("decreasing"),
                    word.startsWith("strictly"),
                    order.mostly(),
                    order.gravity()));
            order.end();
        }
        RuleFields fresh = RuleFields.of(fields, "fresh");
        if (fresh != null) {
            checks.add(new Check.Fresh(
                    name + ".fresh", name, parsed("fresh", fresh.text("within"), Durations::parse), fresh.gravity()));
            fresh.end();
        }
    }

    private void statistics() {
        for (Statistic statistic : Statistic.values()) {
            if (statistic.columns() == 1 && statistic != Statistic.QUANTILE) {
                RuleFields rule = RuleFields.of(fields, statistic.id());
                if (rule != null) {
                    checks.add(new Check.OfColumn(
                            name + "." + statistic.id(), statistic, 0, List.of(name), rule.bounds(), rule.gravity()));
                    rule.end();
                }
            }
        }
        JsonFields quantiles = fields.optionalObject("quantiles");
        if (quantiles != null) {
            quantiles.names().forEach(share -> quantile(quantiles, share));
        }
    }

    private void quantile(JsonFields quantiles, String share) {
        double quantile = parsed("quantiles", share, text -> {
            double value = Double.parseDouble(text);
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("must be from 0 to 1");
            }
            return value;
        });
        RuleFields rule = RuleFields.of(quantiles, share);
        if (rule != null) {
            checks.add(new Check.OfColumn(
                    name + ".quantile " + share,
                    Statistic.QUANTILE,
                    quantile,
                    List.of(name),
                    rule.bounds(),
                    rule.gravity()));
            rule.end();
        }
    }

    private void sets() {
        JsonFields sets = fields.optionalObject("values");
        if (sets == null) {
            return;
        }
        for (Check.ValueSet.Relation relation : Check.ValueSet.Relation.values()) {
            String id = relation.name().toLowerCase(Locale.ROOT);
            RuleFields rule = RuleFields.of(sets, id);
            if (rule != null) {
                checks.add(new Check.ValueSet(
                        name + ".values " + id, name, relation, rule.values("values"), rule.gravity()));
                rule.end();
            }
        }
        sets.end();
    }

    private <T> T parsed(String field, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(fields.path(field) + " is '" + text + "', " + e.getMessage());
        }
    }
}
