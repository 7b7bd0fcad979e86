package io.weir.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes one JSON object apart field by field. Each getter names the field's full path, the value and what is allowed if
 * they do not agree; {@link #end()} refuses every field that was not asked for.
 */
public final class JsonFields {
    private static final int SHOWN = 80;

    private final ObjectNode node;
    private final String path;
    private final Set<String> known = new LinkedHashSet<>();

    /** Fields of {@code node}, which messages call {@code path}. */
    public JsonFields(ObjectNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        known.add(name);
        return node.hasNonNull(name);
    }

    /** A string of 0 to {@code maxLength} characters that must be there. */
    public String text(String name, int maxLength) {
        JsonNode value = required(name);
        if (!value.isTextual() || value.textValue().length() > maxLength) {
            throw wrong(name, value, "a string of at most " + maxLength + " characters");
        }
        return value.textValue();
    }

    /** A string, or null if the field is absent. */
    public @Nullable String optionalText(String name, int maxLength) {
        return has(name) ? text(name, maxLength) : null;
    }

    /** A whole number within a range. */
    public long integer(String name, long min, long max) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < min
                || value.longValue() > max) {
            throw wrong(name, value, "a whole number from " + min + " to " + max);
        }
        return value.longValue();
    }

    /** A number within a range. */
    public double number(String name, double min, double max) {
        JsonNode value = required(name);
        if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            throw wrong(name, value, "a number from " + min + " to " + max);
        }
        return value.doubleValue();
    }

    /** A finite number, or NaN if the field is absent or null. */
    public double numberOrNaN(String name) {
        return has(name) ? number(name, -Double.MAX_VALUE, Double.MAX_VALUE) : Double.NaN;
    }

    /** True or false, or {@code otherwise} if the field is absent. */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw wrong(name, value, "true or false");
        }
        return value.booleanValue();
    }

    /** An ISO-8601 instant in UTC. */
    public Instant instant(String name) {
        String value = text(name, 40);
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw wrong(name, node.get(name), "an instant such as 2026-11-01T12:00:00Z");
        }
    }

    /** An instant, or null if the field is absent. */
    public @Nullable Instant optionalInstant(String name) {
        return has(name) ? instant(name) : null;
    }

    /** A string read by {@code parser}, whose {@link IllegalArgumentException} says what is allowed. */
    public <T> T parsed(String name, int maxLength, Function<String, T> parser) {
        String value = text(name, maxLength);
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(path(name) + ": " + e.getMessage());
        }
    }

    /** An object that must be there. */
    public JsonFields object(String name) {
        JsonNode value = required(name);
        if (value instanceof ObjectNode object) {
            return new JsonFields(object, path(name));
        }
        throw wrong(name, value, "an object");
    }

    /** An object, or null if the field is absent. */
    public @Nullable JsonFields optionalObject(String name) {
        return has(name) ? object(name) : null;
    }

    /** A list of at most {@code max} objects; empty if the field is absent. */
    public <T> List<T> objects(String name, int max, Function<JsonFields, T> reader) {
        List<T> all = new ArrayList<>();
        for (JsonNode element : array(name, max)) {
            String at = path(name) + "[" + all.size() + "]";
            if (!(element instanceof ObjectNode object)) {
                throw new InvalidJsonException(at + " is " + shown(element) + ", must be an object");
            }
            JsonFields fields = new JsonFields(object, at);
            all.add(reader.apply(fields));
            fields.end();
        }
        return all;
    }

    /** A list of at most {@code max} strings; empty if the field is absent. */
    public List<String> texts(String name, int max, int maxLength) {
        List<String> all = new ArrayList<>();
        for (JsonNode element : array(name, max)) {
            if (!element.isTextual() || element.textValue().length() > maxLength) {
                throw new InvalidJsonException(path(name) + "[" + all.size() + "] is " + shown(element)
                        + ", must be a string of at most " + maxLength + " characters");
            }
            all.add(element.textValue());
        }
        return all;
    }

    /** An object whose values are all strings; empty if the field is absent. */
    public Map<String, String> textMap(String name, int maxEntries, int maxLength) {
        Map<String, String> all = new LinkedHashMap<>();
        JsonFields fields = optionalObject(name);
        if (fields == null) {
            return all;
        }
        if (fields.node.size() > maxEntries) {
            throw new InvalidJsonException(
                    path(name) + " has " + fields.node.size() + " entries, at most " + maxEntries + " are allowed");
        }
        for (Map.Entry<String, JsonNode> entry : fields.node.properties()) {
            all.put(entry.getKey(), fields.text(entry.getKey(), maxLength));
        }
        return all;
    }

    /** The value of a field as it is, or null if it is absent: for fields of more than one form. */
    public @Nullable JsonNode value(String name) {
        return has(name) ? required(name) : null;
    }

    /** Names of all fields that are there, in the order of the document. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The raw object of a field, for what is passed on unread. */
    public @Nullable ObjectNode raw(String name) {
        return has(name) ? object(name).node : null;
    }

    /** An error on this object's field, in the form of all the others. */
    public InvalidJsonException wrong(String name, JsonNode value, String allowed) {
        return new InvalidJsonException(path(name) + " is " + shown(value) + ", must be " + allowed);
    }

    /** Path of a field, for messages. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Refuses fields that nobody asked for: a typing error must not be a silent default. */
    public void end() {
        for (String name : (Iterable<String>) node::fieldNames) {
            if (!known.contains(name)) {
                throw new InvalidJsonException(
                        path(clipped(name)) + " is unknown; known here: " + String.join(", ", known));
            }
        }
    }

    private Iterable<JsonNode> array(String name, int max) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw wrong(name, value, "a list");
        }
        if (value.size() > max) {
            throw new InvalidJsonException(
                    path(name) + " has " + value.size() + " elements, at most " + max + " are allowed");
        }
        return value;
    }

    private JsonNode required(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new InvalidJsonException(path(name) + " is missing");
        }
        return value;
    }

    private static String shown(JsonNode value) {
        return clipped(value.toString());
    }

    private static String clipped(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
