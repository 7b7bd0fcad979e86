package io.weir.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the values of a column are. A text in a file counts as what it reads as. */
public enum ValueType {
    /** Anything. */
    ANY,
    /** {@code true} or {@code false}, in any case; in typed files also their own. */
    BOOLEAN,
    /** A whole number. */
    INTEGER,
    /** A number; whole ones are decimals too. */
    DECIMAL,
    /** A day, {@code 2026-11-01}. */
    DATE,
    /** An instant, {@code 2026-11-01T12:00:00Z}; without a zone UTC; a day is its first instant. */
    TIMESTAMP,
    /** Text, taken as it is: {@code 007} stays that. */
    TEXT;

    /**
     * Reads the lower-case name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static ValueType of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(ValueType::id).collect(Collectors.joining(", "))));
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
