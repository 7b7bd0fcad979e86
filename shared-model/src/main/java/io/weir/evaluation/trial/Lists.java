package io.weir.evaluation.trial;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings that may be one value or a list. */
final class Lists {
    private static final String COLUMN = "a column, or a list of columns";

    private Lists() {}

    /** A text, or a list of texts that is not empty; empty if the field is absent. */
    static List<String> oneOrMore(JsonFields fields, String name) {
        JsonNode given = fields.value(name);
        return given == null ? List.of() : texts(fields.path(name), given);
    }

    /** Each element a text or a list of texts. */
    static List<List<String>> listOfLists(JsonFields fields, String name) {
        List<List<String>> lists = new ArrayList<>();
        JsonNode given = fields.value(name);
        if (given == null) {
            return lists;
        }
        if (!given.isArray()) {
            throw fields.wrong(name, given, "a list of columns and of lists of columns");
        }
        for (JsonNode each : given) {
            lists.add(texts(fields.path(name) + "[" + lists.size() + "]", each));
        }
        return lists;
    }

    /** A text, a number or a truth value, as text. */
    static @Nullable String optionalScalar(JsonFields fields, String name) {
        JsonNode given = fields.value(name);
        if (given == null) {
            return null;
        }
        if (!given.isValueNode()) {
            throw fields.wrong(name, given, "a text, a number, true or false");
        }
        return given.asText();
    }

    /** A text or a list of texts. */
    static List<String> texts(String path, JsonNode given) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : given.isArray() ? given : List.of(given)) {
            if (!each.isTextual() || each.textValue().length() > TrialSettingsReader.MAX_NAME) {
                throw new InvalidJsonException(path + " is " + shown(given) + ", must be " + COLUMN);
            }
            texts.add(each.textValue());
        }
        if (texts.isEmpty() || texts.size() > TrialSettingsReader.MAX_COLUMNS) {
            throw new InvalidJsonException(path + " has " + texts.size() + " elements, must be " + COLUMN + " of 1 to "
                    + TrialSettingsReader.MAX_COLUMNS);
        }
        return texts;
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
