package io.weir.incident;

import java.util.Locale;

/** How bad an incident is, mildest first. */
public enum Severity {
    /** Worth a look in working hours. */
    LOW,
    /** Degraded; users may notice. */
    MEDIUM,
    /** Users notice. */
    HIGH,
    /** The service fails its users. */
    CRITICAL;

    /** The name in JSON: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity of that JSON name.
     *
     * @throws IllegalArgumentException naming the value and the allowed ones
     */
    public static Severity of(String id) {
        for (Severity severity : values()) {
            if (severity.id().equals(id)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("severity is '" + id + "', must be one of low, medium, high, critical");
    }

    /** The worse of the two. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
