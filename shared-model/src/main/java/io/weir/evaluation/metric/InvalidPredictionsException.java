package io.weir.evaluation.metric;

/** Predictions that cannot be evaluated; the message names the row (from 0), the value and what is allowed. */
public final class InvalidPredictionsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An exception with that message. */
    public InvalidPredictionsException(String message) {
        super(message);
    }
}
