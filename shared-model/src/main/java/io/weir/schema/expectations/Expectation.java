package io.weir.schema.expectations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.schema.Bounds;
import io.weir.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One expectation: its type and its arguments. Arguments that only say what the result is to look like are not looked at;
 * those that change what is expected are, or the expectation can't be translated.
 */
final class Expectation {
    private static final int MAX_TEXT = 10_000;
    private static final int MAX_LIST = 100_000;
    private static final Set<String> PARSERS =
            Set.of("pandas", "great_expectations", "great_expectations__experimental__");

    private final String type;
    private final JsonFields arguments;
    private final String condition;

    private Expectation(String type, JsonFields arguments, String condition) {
        this.type = type;
        this.arguments = arguments;
        this.condition = condition;
    }

    static Expectation read(JsonFields fields) {
        String type = fields.text(fields.has("type") ? "type" : "expectation_type", 200);
        ObjectNode given = fields.raw("kwargs");
        JsonFields arguments =
                new JsonFields(given == null ? JsonNodeFactory.instance.objectNode() : given, fields.path("kwargs"));
        // What else there is describes the expectation for people.
        fields.names().forEach(fields::has);
        return new Expectation(type, arguments, rawCondition(arguments));
    }

    private static String rawCondition(JsonFields arguments) {
        String condition = arguments.optionalText("row_condition", MAX_TEXT);
        String parser = arguments.optionalText("condition_parser", MAX_TEXT);
        if (parser != null && !PARSERS.contains(parser)) {
            throw new InvalidJsonException(arguments.path("condition_parser") + " is '" + parser + "', must be one of "
                    + String.join(", ", PARSERS.stream().sorted().toList()));
        }
        return condition == null ? "" : condition;
    }

    String type() {
        return type;
    }

    /** Whether it is about some of the rows only. */
    boolean hasCondition() {
        return !condition.isEmpty();
    }

    /** Which rows, as an expression; empty for all. */
    String condition() {
        return condition.isEmpty() ? "" : RowCondition.translate(condition);
    }

    boolean has(String argument) {
        return arguments.has(argument);
    }

    String text(String argument) {
        return arguments.text(argument, MAX_TEXT);
    }

    String column() {
        return text("column");
    }

    List<String> texts(String argument) {
        List<String> texts = arguments.texts(argument, MAX_LIST, MAX_TEXT);
        if (texts.isEmpty()) {
            throw new InvalidJsonException(arguments.path(argument) + " is missing or empty, must be a list of texts");
        }
        return texts;
    }

    boolean flag(String argument, boolean otherwise) {
        return arguments.flag(argument, otherwise);
    }

    double number(String argument, double min, double max, double otherwise) {
        return arguments.has(argument) ? arguments.number(argument, min, max) : otherwise;
    }

    double mostly() {
        return number("mostly", 0, 1, 1);
    }

    /** A whole number, not negative. */
    long count(String argument) {
        return arguments.integer(argument, 0, Long.MAX_VALUE);
    }

    JsonNode node(String argument) {
        JsonNode node = arguments.value(argument);
        if (node == null) {
            throw new InvalidJsonException(arguments.path(argument) + " is missing");
        }
        return node;
    }

    /** Numbers and texts of a list. */
    List<Object> values(String argument) {
        JsonNode list = node(argument);
        if (!list.isArray() || list.size() > MAX_LIST) {
            throw arguments.wrong(argument, list, "a list of at most " + MAX_LIST + " numbers or texts");
        }
        List<Object> values = new ArrayList<>();
        list.forEach(one -> values.add(scalar(argument, one)));
        return values;
    }

    Object scalar(String argument, JsonNode value) {
        if (value.isObject() && value.has("$PARAMETER")) {
            throw new UntranslatableException("its " + argument + " is computed when the suite is run");
        }
        return switch (value.getNodeType()) {
            case NUMBER ->
                value.canConvertToExactIntegral() && value.canConvertToLong()
                        ? (Object) value.longValue()
                        : (Object) value.doubleValue();
            case STRING -> value.textValue();
            case BOOLEAN -> value.booleanValue();
            default -> throw arguments.wrong(argument, value, "a number, a text or a truth value");
        };
    }

    /**
     * {@code min_value} and {@code max_value}; null if there is neither, which for some types is an error and for others holds
     * whatever the data.
     */
    @Nullable
    Bounds bounds() {
        Object min = has("min_value") ? scalar("min_value", node("min_value")) : null;
        Object max = has("max_value") ? scalar("max_value", node("max_value")) : null;
        return min == null && max == null
                ? null
                : new Bounds(
                        min, max, min != null && flag("strict_min", false), max != null && flag("strict_max", false));
    }

    Bounds requiredBounds() {
        Bounds bounds = bounds();
        if (bounds == null) {
            throw new InvalidJsonException(
                    arguments.path("min_value") + " and max_value are both missing, at least one must be there");
        }
        return bounds;
    }

    /** Bounds of a number. */
    @Nullable
    Bounds numericBounds() {
        return checked(bounds(), "number", value -> Values.number(value) != null && value instanceof Number);
    }

    /** Bounds of a count. */
    @Nullable
    Bounds countBounds() {
        return checked(bounds(), "whole number", value -> value instanceof Long);
    }

    private @Nullable Bounds checked(@Nullable Bounds bounds, String kind, Predicate<Object> allowed) {
        if (bounds != null) {
            for (Object side : new Object[] {bounds.min(), bounds.max()}) {
                if (side != null && !allowed.test(side)) {
                    throw new InvalidJsonException(arguments.path("min_value") + " or max_value is "
                            + Values.shown(side) + ", must be a " + kind);
                }
            }
        }
        return bounds;
    }

    InvalidJsonException wrong(String argument, String allowed) {
        return arguments.wrong(argument, Objects.requireNonNull(arguments.value(argument)), allowed);
    }

    /** Type and columns. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(type);
        for (String argument : List.of("column", "column_A", "column_B", "column_list", "column_set")) {
            JsonNode value = arguments.value(argument);
            if (value != null) {
                shown.append(' ').append(value.isTextual() ? "'" + value.textValue() + "'" : value.toString());
            }
        }
        return shown.length() > MAX_TEXT ? shown.substring(0, MAX_TEXT) : shown.toString();
    }
}
