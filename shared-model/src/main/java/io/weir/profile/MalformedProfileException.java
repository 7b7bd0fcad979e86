package io.weir.profile;

import java.io.IOException;

/** Bytes that are no profile, or a damaged one; the message says what is wrong. */
public final class MalformedProfileException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedProfileException(String message) {
        super(message);
    }
}
