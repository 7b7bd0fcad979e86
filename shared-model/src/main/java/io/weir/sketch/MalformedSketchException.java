package io.weir.sketch;

import java.io.IOException;

/** What was read is not a sketch, or one that this version cannot read; the message names field, value and limit. */
public final class MalformedSketchException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedSketchException(String message) {
        super(message);
    }
}
