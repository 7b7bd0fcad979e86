package io.weir.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How bad it is when a check does not hold. */
public enum Gravity {
    /** The data must not be used. */
    ERROR,
    /** Somebody should look. */
    WARNING,
    /** It is noted. */
    INFO;

    /**
     * Reads the lower-case name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static Gravity of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(Gravity::id).collect(Collectors.joining(", "))));
    }

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
