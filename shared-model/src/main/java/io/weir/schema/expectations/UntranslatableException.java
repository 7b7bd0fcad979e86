package io.weir.schema.expectations;

/** An expectation means something that no check can say; the message says what. */
final class UntranslatableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UntranslatableException(String message) {
        super(message);
    }
}
