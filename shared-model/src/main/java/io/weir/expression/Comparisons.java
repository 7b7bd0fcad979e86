package io.weir.expression;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of values of any two kinds. */
final class Comparisons {
    private Comparisons() {}

    static Evaluator of(String operator, Evaluator left, Evaluator right) {
        return row -> {
            Object a = left.of(row);
            Object b = right.of(row);
            return a == null || b == null ? null : holds(operator, compare(a, b));
        };
    }

    static Evaluator in(Evaluator value, List<Evaluator> choices) {
        return row -> {
            Object given = value.of(row);
            if (given == null) {
                return null;
            }
            boolean unknown = false;
            for (Evaluator choice : choices) {
                Object other = choice.of(row);
                if (other == null) {
                    unknown = true;
                } else if (holds("==", compare(given, other))) {
                    return true;
                }
            }
            return unknown ? null : false;
        };
    }

    private static boolean holds(String operator, @Nullable Integer order) {
        if (order == null) {
            return operator.equals("!=");
        }
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** Negative, zero or positive; null where the two have nothing in common. */
    static @Nullable Integer compare(Object a, Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        if (a instanceof Number || b instanceof Number) {
            return numbers(Values.number(a), Values.number(b));
        }
        if (a instanceof Instant || b instanceof Instant) {
            Instant first = Values.time(a);
            Instant second = Values.time(b);
            return first == null || second == null ? null : first.compareTo(second);
        }
        String first = a.toString();
        String second = b.toString();
        // What is left are truth values, perhaps written as a text.
        return isTruth(first) && isTruth(second)
                ? Boolean.compare(Boolean.parseBoolean(first), Boolean.parseBoolean(second))
                : null;
    }

    private static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /** Exact between whole numbers; NaN equals nothing. */
    private static @Nullable Integer numbers(@Nullable Number a, @Nullable Number b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Long && b instanceof Long) {
            return Long.compare(a.longValue(), b.longValue());
        }
        double first = a.doubleValue();
        double second = b.doubleValue();
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return null;
        }
        // Not Double.compare: for it, -0.0 and 0.0 are different.
        return first < second ? -1 : first > second ? 1 : 0;
    }
}
