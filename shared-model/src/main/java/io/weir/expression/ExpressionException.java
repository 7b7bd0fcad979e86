package io.weir.expression;

/** An expression that can't be read, or can't be answered for a row: the message says what, where, and what is allowed. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }
}
