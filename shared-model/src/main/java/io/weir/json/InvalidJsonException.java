package io.weir.json;

/** Input that is not what it should be; the message names the field, the value and what is allowed. */
public final class InvalidJsonException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** An exception with that message. */
    public InvalidJsonException(String message) {
        super(message);
    }
}
