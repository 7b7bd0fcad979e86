package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A tensor in an answer, held against what it says of itself: name, type, shape and each value. */
final class OutputTensor {
    /** Tensors of images and texts have no more dimensions. */
    private static final int MAX_DIMENSIONS = 8;

    private final String name;
    private final Datatype type;
    private final int rows;
    private final int width;
    private final List<JsonNode> data = new ArrayList<>();

    /**
     * Reads a tensor.
     *
     * @param rows that were asked about
     * @throws WrongAnswerException if it does not hold so many rows, or not what it says
     */
    OutputTensor(JsonNode tensor, int rows) throws WrongAnswerException {
        this.name = tensor.path("name").asText();
        this.rows = rows;
        if (name.isEmpty()) {
            throw new WrongAnswerException("has an output without a name");
        }
        try {
            this.type = Datatype.of(tensor.path("datatype").asText());
        } catch (IllegalArgumentException e) {
            throw new WrongAnswerException("has the output '" + name + "': " + e.getMessage());
        }
        this.width = width(tensor.path("shape"));
        flatten(tensor.path("data"), 0);
        if (data.size() != (long) rows * width) {
            throw new WrongAnswerException("has " + data.size() + " values of the output '" + name + "', its shape "
                    + tensor.path("shape") + " says " + (long) rows * width);
        }
    }

    private int width(JsonNode shape) throws WrongAnswerException {
        long values = 1;
        for (JsonNode size : shape) {
            values = size.canConvertToLong() && size.longValue() >= 0 && size.longValue() <= Integer.MAX_VALUE
                    ? Math.min(values * size.longValue(), Integer.MAX_VALUE)
                    : -1;
            if (values < 0) {
                break;
            }
        }
        if (shape.isEmpty() || shape.size() > MAX_DIMENSIONS || values < 0) {
            throw new WrongAnswerException("gives the output '" + name + "' the shape " + Answers.shown(shape)
                    + ", must be a list of 1 to " + MAX_DIMENSIONS + " sizes");
        }
        if (shape.get(0).longValue() != rows) {
            throw new WrongAnswerException("has " + shape.get(0) + " rows of the output '" + name + "' for " + rows
                    + " rows that were sent; the model must answer each row");
        }
        long each = values / rows;
        if (each < 1 || each > EndpointSettingsReader.MAX_COLUMNS) {
            throw new WrongAnswerException("has " + each + " values a row of the output '" + name
                    + "', must be from 1 to " + EndpointSettingsReader.MAX_COLUMNS + "; choose others by outputs");
        }
        return (int) each;
    }

    /** Values may be nested by dimension, or all in one list. */
    private void flatten(JsonNode values, int depth) throws WrongAnswerException {
        if (!values.isArray() || depth > MAX_DIMENSIONS) {
            throw new WrongAnswerException(
                    "has no list of values for the output '" + name + "'; binary data can't be read");
        }
        for (JsonNode value : values) {
            if (value.isArray()) {
                flatten(value, depth + 1);
            } else {
                data.add(value);
            }
        }
    }

    /** Adds a column for each value of a row. */
    void addTo(Outputs outputs) throws WrongAnswerException {
        for (int place = 0; place < width; place++) {
            String column = Outputs.name(name, place, width);
            if (type.isText()) {
                String[] texts = new String[rows];
                for (int row = 0; row < rows; row++) {
                    texts[row] = Answers.text(value(row, place, column), column, row);
                }
                outputs.put(column, texts);
            } else {
                double[] numbers = new double[rows];
                for (int row = 0; row < rows; row++) {
                    numbers[row] = Answers.number(value(row, place, column), column, row);
                }
                outputs.put(column, numbers);
            }
        }
    }

    private JsonNode value(int row, int place, String column) throws WrongAnswerException {
        JsonNode value = data.get(row * width + place);
        if (!type.isValue(value)) {
            throw Answers.wrong(value, column, row, "of its datatype " + type);
        }
        return value;
    }
}
