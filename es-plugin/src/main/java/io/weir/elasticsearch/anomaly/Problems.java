package io.weir.elasticsearch.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects what is wrong with a request, so that a user reads it all at once. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    /** The text of one problem, the same for every field. */
    static String refusal(String field, Object value, String allowed) {
        return "[" + field + "] is [" + value + "], " + allowed;
    }

    void refuseIf(boolean wrong, String field, Object value, String allowed) {
        if (wrong) {
            found.add(refusal(field, value, allowed));
        }
    }

    /** What {@code parser} makes of {@code text}, or {@code fallback} and a problem if it refuses. */
    <T> T parse(String text, Function<String, T> parser, T fallback) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            found.add(String.valueOf(e.getMessage()));
            return fallback;
        }
    }

    /**
     * Ends the request if there is a problem.
     *
     * @throws IllegalArgumentException naming the aggregation and all problems
     */
    void throwIfAny(String type, String name) {
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(type + " aggregation [" + name + "]: " + String.join("; ", found));
        }
    }
}
