package io.weir.elasticsearch.detector;

import java.util.Locale;

/** What an interval without a value says. */
public enum Missing {
    /** Nothing: neither trouble nor recovery. */
    IGNORE,
    /** Trouble: the service should have been heard of. */
    BAD,
    /** Health: no events, no trouble. */
    HEALTHY;

    /**
     * The policy of that JSON name.
     *
     * @throws IllegalArgumentException naming the value and the allowed ones
     */
    public static Missing of(String id) {
        return switch (id) {
            case "ignore" -> IGNORE;
            case "bad" -> BAD;
            case "healthy" -> HEALTHY;
            default -> throw new IllegalArgumentException("'" + id + "', must be one of ignore, bad, healthy");
        };
    }

    /** The name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
