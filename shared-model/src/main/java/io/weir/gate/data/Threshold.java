package io.weir.gate.data;

import io.weir.schema.Gravity;
import org.jspecify.annotations.Nullable;

/**
 * From which severity on something counts.
 *
 * @param least the least severity, or null if nothing counts
 */
public record Threshold(@Nullable Gravity least) {
    private static final String NEVER = "never";

    /**
     * Reads {@code error}, {@code warning}, {@code info} or {@code never}.
     *
     * @throws IllegalArgumentException naming the word and what is allowed
     */
    public static Threshold of(String name) {
        if (name.equals(NEVER)) {
            return new Threshold(null);
        }
        try {
            return new Threshold(Gravity.of(name));
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
