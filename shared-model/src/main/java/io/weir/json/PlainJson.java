package io.weir.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, texts, numbers and truth values as a JSON tree, so that what a script or a server's parser made of a document is
 * read by the same {@link JsonFields} as the document. Anything else is refused: no type is guessed at, no bean looked into.
 */
public final class PlainJson {
    private static final int MAX_VALUES = 100_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String what;
    private int values;

    private PlainJson(String what) {
        this.what = what;
    }

    /**
     * The map as an object.
     *
     * @param what what it is, for messages
     * @throws InvalidJsonException if it holds what JSON does not have, more than {@value #MAX_VALUES} values, or is nested
     *     deeper than {@value StrictJson#MAX_DEPTH} levels
     */
    public static ObjectNode object(Map<?, ?> map, String what) {
        return new PlainJson(what).objectNode(map, 1);
    }

    private ObjectNode objectNode(Map<?, ?> map, int depth) {
        ObjectNode node = StrictJson.object();
        map.forEach((key, value) -> {
            if (!(key instanceof CharSequence)) {
                throw new InvalidJsonException(what + " has the key " + key + ", must be a text");
            }
            node.set(key.toString(), node(value, depth + 1));
        });
        return node;
    }

    private ArrayNode arrayNode(Iterable<?> list, int depth) {
        ArrayNode node = NODES.arrayNode();
        list.forEach(value -> node.add(node(value, depth + 1)));
        return node;
    }

    private JsonNode node(@Nullable Object value, int depth) {
        if (depth > StrictJson.MAX_DEPTH || ++values > MAX_VALUES) {
            throw new InvalidJsonException(what + " is not within the limits: a nesting depth of at most "
                    + StrictJson.MAX_DEPTH + " and at most " + MAX_VALUES + " values");
        }
        if (value == null) {
            return NODES.nullNode();
        }
        return switch (value) {
            case Map<?, ?> map -> objectNode(map, depth);
            case Iterable<?> list -> arrayNode(list, depth);
            case CharSequence text -> NODES.textNode(text.toString());
            case Boolean flag -> NODES.booleanNode(flag);
            case Number number -> number(number);
            default ->
                throw new InvalidJsonException(what + " holds " + described(value)
                        + ", must be of maps, lists, texts, numbers and truth values");
        };
    }

    private JsonNode number(Number number) {
        return switch (number) {
            case Integer whole -> NODES.numberNode(whole.intValue());
            case Long whole -> NODES.numberNode(whole.longValue());
            case Short whole -> NODES.numberNode(whole.intValue());
            case Byte whole -> NODES.numberNode(whole.intValue());
            case BigInteger whole -> NODES.numberNode(whole);
            case BigDecimal decimal -> NODES.numberNode(decimal);
            case Float decimal -> NODES.numberNode(decimal.floatValue());
            case Double decimal -> NODES.numberNode(decimal.doubleValue());
            default ->
                throw new InvalidJsonException(
                        what + " holds " + described(number) + ", must be a whole or a decimal number");
        };
    }

    private static String described(Object value) {
        return "an object of class " + value.getClass().getName();
    }
}
