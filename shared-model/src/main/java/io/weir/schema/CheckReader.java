package io.weir.schema;

import io.weir.expression.Expression;
import io.weir.expression.ExpressionException;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what is to hold beyond single columns: each is an object with one of the words that say of which kind it is. */
final class CheckReader {
    private static final Set<String> KINDS =
            new TreeSet<>(List.of("row", "key", "lookup", "statistic", "rows", "columns", "column_count"));
    private static final int MAX_NAME = 300;
    private static final int MAX_COLUMNS = 16_384;

    private CheckReader() {}

    static Check read(JsonFields fields) {
        String kind = kind(fields);
        Gravity gravity = fields.has("severity") ? fields.parsed("severity", 20, Gravity::of) : Gravity.ERROR;
        double mostly = fields.has("mostly") ? fields.number("mostly", 0, 1) : 1;
        String given = fields.optionalText("name", MAX_NAME);
        return switch (kind) {
            case "row" -> {
                Expression condition = fields.parsed("row", Expression.MAX_LENGTH, CheckReader::expression);
                yield new Check.OfRows(given == null ? condition.toString() : given, condition, mostly, gravity);
            }
            case "key" -> {
                List<String> columns = someTexts(fields, "key");
                yield new Check.Key(named(given, "key", columns), columns, mostly, gravity);
            }
            case "lookup" -> lookup(fields.object("lookup"), given, mostly, gravity);
            case "statistic" -> statistic(fields, given, gravity);
            case "columns" -> columns(fields.object("columns"), given, gravity);
            case "rows" -> new Check.RowCount(given == null ? "rows" : given, bounds(fields, "rows"), gravity);
            default ->
                new Check.ColumnCount(given == null ? "column_count" : given, bounds(fields, "column_count"), gravity);
        };
    }

    private static String kind(JsonFields fields) {
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() == 1) {
            return kinds.getFirst();
        }
        // A check on a statistic names its columns, too.
        if (kinds.equals(List.of("columns", "statistic"))) {
            return "statistic";
        }
        throw new InvalidJsonException(fields.path("").replaceFirst("\\.$", "") + " has "
                + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)) + " of " + String.join(", ", KINDS)
                + "; a check has exactly one");
    }

    private static Expression expression(String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException("'" + text + "' can't be read: " + e.getMessage(), e);
        }
    }

    private static Check lookup(JsonFields fields, @Nullable String given, double mostly, Gravity gravity) {
        List<String> columns = someTexts(fields, "columns");
        List<String> keys = fields.has("keys") ? someTexts(fields, "keys") : columns;
        if (keys.size() != columns.size()) {
            throw new InvalidJsonException(fields.path("keys") + " has " + keys.size()
                    + " columns, must have as many as " + fields.path("columns") + ", " + columns.size());
        }
        String file = fields.text("file", RuleFields.MAX_TEXT);
        fields.end();
        return new Check.Lookup(named(given, "lookup", columns), columns, file, keys, mostly, gravity);
    }

    private static Check statistic(JsonFields fields, @Nullable String given, Gravity gravity) {
        Statistic statistic = fields.parsed("statistic", 40, Statistic::of);
        List<String> columns = someTexts(fields, "columns");
        if (columns.size() != statistic.columns()) {
            throw new InvalidJsonException(fields.path("columns") + " has " + columns.size() + " columns, "
                    + statistic.id() + " is taken of " + statistic.columns());
        }
        double quantile = statistic == Statistic.QUANTILE ? fields.number("quantile", 0, 1) : 0;
        return new Check.OfColumn(
                named(given, statistic.id(), columns), statistic, quantile, columns, bounds(fields, "range"), gravity);
    }

    private static Check columns(JsonFields fields, @Nullable String given, Gravity gravity) {
        List<String> wanted = someTexts(fields, "names");
        boolean exact = fields.flag("exact", false);
        boolean ordered = fields.flag("ordered", false);
        fields.end();
        return new Check.ColumnNames(given == null ? "columns" : given, wanted, exact, ordered, gravity);
    }

    private static Bounds bounds(JsonFields fields, String field) {
        RuleFields rule = RuleFields.of(fields, field);
        if (rule == null) {
            throw new InvalidJsonException(fields.path(field) + " is missing");
        }
        Bounds bounds = rule.bounds();
        rule.end();
        return bounds;
    }

    private static List<String> someTexts(JsonFields fields, String field) {
        List<String> texts = fields.texts(field, MAX_COLUMNS, RuleFields.MAX_TEXT);
        if (texts.isEmpty()) {
            throw new InvalidJsonException(fields.path(field) + " is empty, must name at least one column");
        }
        return texts;
    }

    private static String named(@Nullable String given, String kind, List<String> columns) {
        return given == null ? kind.toLowerCase(Locale.ROOT) + " " + String.join(", ", columns) : given;
    }
}
