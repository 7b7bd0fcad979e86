package io.weir.evaluation.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;

/** Answers as JSON, and their values as numbers. */
final class Answers {
    private static final int SHOWN = 80;

    /** Above, doubles have gaps between whole numbers. */
    private static final long MOST_EXACT = 1L << 53;

    private Answers() {}

    /**
     * An answer as an object.
     *
     * @throws WrongAnswerException if it is none
     */
    static ObjectNode object(byte[] answer) throws WrongAnswerException {
        try {
            return StrictJson.parseObject(answer, "it", Math.max(answer.length, StrictJson.MAX_BYTES));
        } catch (InvalidJsonException e) {
            String message = String.valueOf(e.getMessage());
            boolean notFinite = message.contains("Non-standard token");
            throw new WrongAnswerException(
                    notFinite
                            ? "has NaN or an infinite number, which is neither JSON nor a prediction; repair the model"
                            : "can't be read: " + message);
        }
    }

    /**
     * A number that must be finite; truth values are 1 and 0.
     *
     * @param what whose value it is
     */
    static double number(JsonNode value, String what, int row) throws WrongAnswerException {
        if (value.isBoolean()) {
            return value.booleanValue() ? 1 : 0;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(value, what, row, "a finite number, as for other rows");
        }
        if (value.isIntegralNumber() && (!value.canConvertToLong() || Math.abs(value.longValue()) > MOST_EXACT)) {
            throw wrong(value, what, row, "a number of at most 2^53; let the model give such ids as text");
        }
        return value.doubleValue();
    }

    /** A text. */
    static String text(JsonNode value, String what, int row) throws WrongAnswerException {
        if (!value.isTextual()) {
            throw wrong(value, what, row, "a text, as for other rows");
        }
        return value.textValue();
    }

    /** An error about one value; rows of the request are counted from 1. */
    static WrongAnswerException wrong(JsonNode value, String what, int row, String allowed) {
        return new WrongAnswerException("has for '" + what + "' of row " + (row + 1) + " of the batch the value "
                + shown(value) + ", must be " + allowed);
    }

    static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
