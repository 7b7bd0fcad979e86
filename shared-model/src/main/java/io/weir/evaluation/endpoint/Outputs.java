package io.weir.evaluation.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that an answer gave for the rows of its request: numbers, or texts. */
final class Outputs {
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, String[]> texts = new LinkedHashMap<>();

    /** Name of the value numbered {@code place} of several for each row. */
    static String name(String output, int place, int width) {
        return width == 1 ? output : output + "[" + place + "]";
    }

    void put(String column, double[] values) throws WrongAnswerException {
        requireNew(column);
        numbers.put(column, values);
    }

    void put(String column, String[] values) throws WrongAnswerException {
        requireNew(column);
        texts.put(column, values);
    }

    private void requireNew(String column) throws WrongAnswerException {
        if (numbers.containsKey(column) || texts.containsKey(column)) {
            throw new WrongAnswerException("has the output '" + column + "' twice");
        }
    }

    Map<String, double[]> numbers() {
        return numbers;
    }

    Map<String, String[]> texts() {
        return texts;
    }

    /** Names of all columns. */
    List<String> names() {
        Map<String, Object> all = new LinkedHashMap<>(numbers);
        all.putAll(texts);
        return List.copyOf(all.keySet());
    }

    /**
     * The same under the names that were asked for.
     *
     * @param asked column: what it is called here; empty keeps everything
     * @throws WrongAnswerException if one is not here
     */
    Outputs renamed(Map<String, String> asked) throws WrongAnswerException {
        if (asked.isEmpty()) {
            return this;
        }
        Outputs renamed = new Outputs();
        for (Map.Entry<String, String> each : asked.entrySet()) {
            double[] number = numbers.get(each.getValue());
            String @Nullable [] text = texts.get(each.getValue());
            if (number != null) {
                renamed.put(each.getKey(), number);
            } else if (text != null) {
                renamed.put(each.getKey(), text);
            } else {
                throw new WrongAnswerException("has no output '" + each.getValue() + "', only " + names()
                        + "; correct outputs." + each.getKey());
            }
        }
        return renamed;
    }
}
