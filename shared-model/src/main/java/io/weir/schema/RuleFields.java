package io.weir.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it is written: the short form is the bare value ({@code domain: [a, b]}), the long form an object that
 * also says how much is enough and how bad it is ({@code domain: {values: [a, b], mostly: 0.99, severity: warning}}).
 */
final class RuleFields {
    static final int MAX_VALUES = 100_000;
    static final int MAX_TEXT = 10_000;
    private static final Set<String> COMMON = Set.of("mostly", "severity", "name");

    private final JsonFields parent;
    private final String rule;
    private final JsonNode node;
    private final @Nullable JsonFields fields;

    private RuleFields(JsonFields parent, String rule, JsonNode node) {
        this.parent = parent;
        this.rule = rule;
        this.node = node;
        this.fields = node instanceof ObjectNode object ? new JsonFields(object, parent.path(rule)) : null;
    }

    /** The rule of a name, or null if there is none. */
    static @Nullable RuleFields of(JsonFields parent, String rule) {
        JsonNode node = parent.value(rule);
        return node == null ? null : new RuleFields(parent, rule, node);
    }

    double mostly() {
        return fields != null && fields.has("mostly") ? fields.number("mostly", 0, 1) : 1;
    }

    Gravity gravity() {
        return fields != null && fields.has("severity") ? fields.parsed("severity", 20, Gravity::of) : Gravity.ERROR;
    }

    /** The value in the short form, or the field of the long one. */
    JsonNode content(String field) {
        if (fields == null) {
            return node;
        }
        JsonNode value = fields.value(field);
        if (value == null) {
            throw new InvalidJsonException(fields.path(field) + " is missing");
        }
        return value;
    }

    /** A list of values; a single one is a list of one. */
    List<Object> values(String field) {
        JsonNode content = content(field);
        List<Object> values = new ArrayList<>();
        if (!content.isArray()) {
            values.add(scalar(content));
        } else if (content.size() > MAX_VALUES) {
            throw new InvalidJsonException(parent.path(rule) + " has " + content.size() + " values, at most "
                    + MAX_VALUES + " are allowed; use a lookup into a file");
        } else {
            content.forEach(one -> values.add(scalar(one)));
        }
        return values;
    }

    /** A list of texts; a single one is a list of one. */
    List<String> texts(String field) {
        return values(field).stream()
                .map(value -> {
                    if (value instanceof String text && text.length() <= MAX_TEXT) {
                        return text;
                    }
                    throw wrong(content(field), "a text of at most " + MAX_TEXT + " characters, or a list of them");
                })
                .toList();
    }

    String text(String field) {
        List<String> texts = texts(field);
        if (texts.size() != 1) {
            throw wrong(content(field), "one text");
        }
        return texts.getFirst();
    }

    /** True or false; other fields make the long form true. */
    boolean flag() {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (fields == null) {
            throw wrong(node, "true, false, or an object with mostly or severity");
        }
        return fields.flag("is", true);
    }

    double share(String field) {
        JsonNode content = content(field);
        if (!content.isNumber() || content.doubleValue() < 0 || content.doubleValue() > 1) {
            throw wrong(content, "a share from 0 to 1");
        }
        return content.doubleValue();
    }

    /** {@code min}, {@code max} (both included), {@code above} and {@code below} (excluded). */
    Bounds bounds() {
        if (fields == null) {
            throw wrong(node, "an object with min, max, above or below, such as {min: 0, max: 1}");
        }
        JsonNode min = fields.value("min");
        JsonNode above = fields.value("above");
        JsonNode max = fields.value("max");
        JsonNode below = fields.value("below");
        if (min != null && above != null || max != null && below != null) {
            throw wrong(node, "min or above, and max or below, not both");
        }
        if (min == null && above == null && max == null && below == null) {
            throw wrong(node, "an object with at least one of min, max, above and below");
        }
        try {
            return new Bounds(
                    scalarOrNull(above == null ? min : above),
                    scalarOrNull(below == null ? max : below),
                    above != null,
                    below != null);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(parent.path(rule) + ": " + e.getMessage());
        }
    }

    /** The long form's other fields. */
    @Nullable
    JsonFields fields() {
        return fields;
    }

    InvalidJsonException wrong(JsonNode value, String allowed) {
        return parent.wrong(rule, value, allowed);
    }

    /** Refuses fields that nobody asked for. */
    void end() {
        if (fields != null) {
            COMMON.forEach(fields::has);
            fields.end();
        }
    }

    private @Nullable Object scalarOrNull(@Nullable JsonNode value) {
        return value == null ? null : scalar(value);
    }

    private Object scalar(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        throw wrong(value, "a number, a text or a truth value");
    }
}
