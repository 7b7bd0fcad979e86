package io.weir.validation;

import java.util.Arrays;
import java.util.Locale;

/** What came of a check. */
public enum Verdict {
    /** It holds. */
    PASSED,
    /** It does not. */
    FAILED,
    /** There was nothing to tell it by, such as no value at all; the reason says what. */
    UNDECIDED;

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static Verdict of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be passed, failed or undecided"));
    }
}
