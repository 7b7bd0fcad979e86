package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model's metadata says of an input.
 *
 * @param shape -1 where any size will do; the first is that of rows
 */
record TensorSpec(String name, Datatype type, List<Long> shape) {
    /** Copies the list. */
    TensorSpec {
        shape = List.copyOf(shape);
    }

    /**
     * The inputs in a model's metadata; empty if it names none.
     *
     * @throws WrongAnswerException if they are not in the protocol's form
     */
    static List<TensorSpec> inputs(byte[] metadata) throws WrongAnswerException {
        List<TensorSpec> inputs = new ArrayList<>();
        ObjectNode document = Answers.object(metadata);
        for (JsonNode each : document.path("inputs")) {
            inputs.add(of(each));
        }
        return inputs;
    }

    private static TensorSpec of(JsonNode node) throws WrongAnswerException {
        List<Long> shape = new ArrayList<>();
        for (JsonNode size : node.path("shape")) {
            shape.add(size.asLong(-1));
        }
        String name = node.path("name").asText();
        try {
            return new TensorSpec(name, Datatype.of(node.path("datatype").asText()), shape);
        } catch (IllegalArgumentException e) {
            throw new WrongAnswerException("has the input '" + name + "', whose type can't be sent: " + e.getMessage());
        }
    }

    /** Whether there is one value for each row. */
    boolean isColumn() {
        return shape.size() <= 1 || shape.stream().skip(1).allMatch(size -> size == 1);
    }

    /** Whether there are so many values for each row. */
    boolean holds(int features) {
        return shape.size() == 2 && (shape.get(1) == features || shape.get(1) < 0) || features == 1 && isColumn();
    }

    /** The shape of so many rows. */
    List<Long> of(int rows, int features) {
        return shape.size() == 1 ? List.of((long) rows) : List.of((long) rows, (long) features);
    }
}
