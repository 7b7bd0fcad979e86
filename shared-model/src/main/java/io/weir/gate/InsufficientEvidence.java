package io.weir.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What follows if the data do not tell whether they have drifted. */
public enum InsufficientEvidence {
    /** Nothing: the gate passes, and its reason says so. */
    PASS,
    /** Somebody should look. */
    UNSTABLE,
    /** The gate fails. */
    FAIL;

    /** The name in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static InsufficientEvidence of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is unknown; must be one of "
                        + Arrays.stream(values()).map(InsufficientEvidence::id).collect(Collectors.joining(", "))));
    }
}
