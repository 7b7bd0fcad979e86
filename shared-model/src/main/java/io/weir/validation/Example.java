package io.weir.validation;

import org.jspecify.annotations.Nullable;

/**
 * A value that does not fit.
 *
 * @param file the file it is in
 * @param row its row there; the first below the header is 1
 * @param value what it says, cut to 200 characters; null if it is missing
 */
public record Example(String file, long row, @Nullable String value) {
    static final int MAX_LENGTH = 200;

    /** Cuts the value. */
    public Example {
        value = value == null || value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + "…";
    }
}
