package io.weir.gate;

import io.weir.schema.Gravity;
import org.jspecify.annotations.Nullable;

/**
 * From which severity on something counts.
 *
 * @param least the least severity, or null if nothing counts
 */
public record SeverityThreshold(@Nullable Gravity least) {
    private static final String NEVER = "never";

    /**
     * Reads {@code error}, {@code warning}, {@code info} or {@code never}.
     *
     * @throws IllegalArgumentException naming the word and what is allowed
     */
    public static SeverityThreshold of(String name) {
        if (name.equals(NEVER)) {
            return new SeverityThreshold(null);
        }
        try {
            return new SeverityThreshold(Gravity.of(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is unknown; must be one of error, warning, info, never", e);
        }
    }

    /** Whether that severity counts. */
    boolean isReachedBy(Gravity gravity) {
        return least != null && gravity.compareTo(least) <= 0;
    }
}
