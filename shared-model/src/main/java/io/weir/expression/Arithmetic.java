package io.weir.expression;

import io.weir.value.Values;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Arithmetic on numbers: whole ones stay whole and exact where they fit, else doubles. */
final class Arithmetic {
    private static final double NANOS = 1e9;

    private Arithmetic() {}

    /** {@code + - * / %}; a division by zero is missing, as in SQL's {@code NULLIF}: a check must not end a run. */
    static Evaluator of(String operator, Evaluator left, Evaluator right) {
        return row -> {
            Object a = left.of(row);
            Object b = right.of(row);
            return a == null || b == null ? null : result(operator, a, b);
        };
    }

    private static @Nullable Object result(String operator, Object a, Object b) {
        if (operator.equals("-") && (a instanceof Instant || b instanceof Instant)) {
            return seconds(a, b);
        }
        Number first = operand(operator, a);
        Number second = operand(operator, b);
        if (first instanceof Long x && second instanceof Long y) {
            Object exact = whole(operator, x, y);
            if (exact != null) {
                return exact;
            }
        }
        return real(operator, first.doubleValue(), second.doubleValue());
    }

    /** Seconds between two instants. */
    private static Object seconds(Object a, Object b) {
        Instant first = Values.time(a);
        Instant second = Values.time(b);
        if (first == null || second == null) {
            throw new ExpressionException(
                    "'-' needs two times or two numbers, not " + Values.shown(a) + " and " + Values.shown(b));
        }
        Duration between = Duration.between(second, first);
        return between.getNano() == 0
                ? (Object) between.getSeconds()
                : between.getSeconds() + between.getNano() / NANOS;
    }

    private static Number operand(String operator, Object value) {
        Number number = Values.number(value);
        if (number == null) {
            throw new ExpressionException("'" + operator + "' needs numbers, not " + Values.shown(value)
                    + "; number(x) makes what is no number missing");
        }
        return number;
    }

    /** Null where the exact result is no long. */
    private static @Nullable Object whole(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "*" -> Math.multiplyExact(a, b);
                case "%" -> b == 0 ? null : (Object) (a % b);
                default -> b != 0 && a % b == 0 && !(a == Long.MIN_VALUE && b == -1) ? (Object) (a / b) : null;
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Object real(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "%" -> b == 0 ? null : (Object) (a % b);
            default -> b == 0 ? null : (Object) (a / b);
        };
    }
}
