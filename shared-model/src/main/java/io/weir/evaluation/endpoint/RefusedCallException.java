package io.weir.evaluation.endpoint;

import java.io.IOException;

/** A call that must not be made, or an answer that must not be read; the message says why and what to do. */
public final class RefusedCallException extends IOException {
    private static final long serialVersionUID = 1L;

    /** An exception with that message. */
    public RefusedCallException(String message) {
        super(message);
    }
}
