package io.weir.expression;

import io.weir.value.Values;
import org.jspecify.annotations.Nullable;

/** Three-valued logic: missing is neither true nor false. */
final class Logic {
    private Logic() {}

    static Evaluator and(Evaluator left, Evaluator right) {
        return joined(left, right, "and", false);
    }

    static Evaluator or(Evaluator left, Evaluator right) {
        return joined(left, right, "or", true);
    }

    static Evaluator not(Evaluator condition) {
        return row -> {
            Boolean value = truth(condition.of(row), "not");
            return value == null ? null : !value;
        };
    }

    /** One side that {@code decides} is enough, even if the other is missing. */
    private static Evaluator joined(Evaluator left, Evaluator right, String word, boolean decides) {
        return row -> {
            Boolean first = truth(left.of(row), word);
            if (first != null && first == decides) {
                return decides;
            }
            Boolean second = truth(right.of(row), word);
            if (second != null && second == decides) {
                return decides;
            }
            return first == null || second == null ? null : !decides;
        };
    }

    static @Nullable Boolean truth(@Nullable Object value, String asker) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        if (value instanceof String text && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
            return text.equalsIgnoreCase("true");
        }
        throw new ExpressionException("'" + asker + "' needs true or false, not " + Values.shown(value));
    }
}
