package io.weir.lineage;

import java.io.IOException;

/** A version that can't be told, with what was wrong, where, and what is allowed. */
public final class LineageException extends IOException {
    private static final long serialVersionUID = 1;

    /** With a message that names the file or reference. */
    public LineageException(String message) {
        super(message);
    }
}
