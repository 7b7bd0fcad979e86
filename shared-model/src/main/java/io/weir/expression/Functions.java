package io.weir.expression;

import io.weir.value.Values;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The functions of the language. Any missing argument makes the result missing, but for those that ask about it. */
final class Functions {
    private static final Map<String, Definition> ALL = all();

    private Functions() {}

    /**
     * A function.
     *
     * @param arguments how many it takes
     * @param body what it gives for arguments that are all there
     */
    private record Definition(int arguments, Function<Object[], @Nullable Object> body) {}

    private static Map<String, Definition> all() {
        Map<String, Definition> all = new TreeMap<>();
        texts(all);
        numbers(all);
        times(all);
        return Collections.unmodifiableMap(all);
    }

    static Evaluator call(Token name, List<Evaluator> arguments) {
        switch (name.text()) {
            case "now" -> {
                checkCount(name, 0, arguments);
                return Row::now;
            }
            case "if" -> {
                checkCount(name, 3, arguments);
                return choice(arguments.get(0), arguments.get(1), arguments.get(2));
            }
            case "coalesce" -> {
                return row -> firstThere(arguments, row);
            }
            default -> {
                return plain(name, arguments);
            }
        }
    }

    private static Evaluator plain(Token name, List<Evaluator> arguments) {
        Definition definition = ALL.get(name.text());
        if (definition == null) {
            throw new ExpressionException("the function '" + name.text() + "' at " + name.at()
                    + " is not known; there are " + String.join(", ", ALL.keySet()) + ", coalesce, if and now");
        }
        checkCount(name, definition.arguments(), arguments);
        Evaluator[] parts = arguments.toArray(Evaluator[]::new);
        return row -> {
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                Object value = parts[i].of(row);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return definition.body().apply(values);
        };
    }

    private static void checkCount(Token name, int wanted, List<Evaluator> given) {
        if (given.size() != wanted) {
            throw new ExpressionException(
                    name.text() + " at " + name.at() + " takes " + wanted + " arguments, not " + given.size());
        }
    }

    private static Evaluator choice(Evaluator condition, Evaluator then, Evaluator otherwise) {
        return row -> Boolean.TRUE.equals(Logic.truth(condition.of(row), "if")) ? then.of(row) : otherwise.of(row);
    }

    private static @Nullable Object firstThere(List<Evaluator> arguments, Row row) {
        for (Evaluator argument : arguments) {
            Object value = argument.of(row);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static void texts(Map<String, Definition> all) {
        text(all, "length", text -> (long) text.codePointCount(0, text.length()));
        text(all, "lower", text -> text.toLowerCase(Locale.ROOT));
        text(all, "upper", text -> text.toUpperCase(Locale.ROOT));
        text(all, "trim", String::strip);
        text(all, "text", text -> text);
        text(all, "number", Values::number);
        all.put("contains", new Definition(2, a -> Values.text(a[0]).contains(Values.text(a[1]))));
        all.put("starts_with", new Definition(2, a -> Values.text(a[0]).startsWith(Values.text(a[1]))));
        all.put("ends_with", new Definition(2, a -> Values.text(a[0]).endsWith(Values.text(a[1]))));
    }

    private static void numbers(Map<String, Definition> all) {
        real(all, "sqrt", value -> value < 0 ? Double.NaN : Math.sqrt(value));
        real(all, "log", value -> value <= 0 ? Double.NaN : Math.log(value));
        real(all, "exp", Math::exp);
        real(all, "floor", Math::floor);
        real(all, "ceil", Math::ceil);
        // Half away from zero, as people round.
        real(all, "round", value -> Math.signum(value) * Math.floor(Math.abs(value) + 0.5));
        all.put(
                "abs",
                new Definition(
                        1,
                        a -> number("abs", a[0]) instanceof Long whole && whole != Long.MIN_VALUE
                                ? (Object) Math.abs(whole)
                                : Math.abs(number("abs", a[0]).doubleValue())));
        all.put("min", new Definition(2, a -> better(a[0], a[1], -1)));
        all.put("max", new Definition(2, a -> better(a[0], a[1], 1)));
    }

    private static void times(Map<String, Definition> all) {
        time(all, "year", time -> (long) time.getYear());
        time(all, "month", time -> (long) time.getMonthValue());
        time(all, "day", time -> (long) time.getDayOfMonth());
        time(all, "hour", time -> (long) time.getHour());
        time(all, "weekday", time -> (long) time.getDayOfWeek().getValue());
        all.put("time", new Definition(1, a -> Values.time(a[0])));
    }

    private static void text(Map<String, Definition> all, String name, Function<String, @Nullable Object> body) {
        all.put(name, new Definition(1, a -> body.apply(Values.text(a[0]))));
    }

    /** A whole result is a whole number again; none is missing. */
    private static void real(Map<String, Definition> all, String name, ToDoubleFunction<Double> body) {
        all.put(name, new Definition(1, a -> {
            double result = body.applyAsDouble(number(name, a[0]).doubleValue());
            if (Double.isNaN(result)) {
                return null;
            }
            return result == Math.rint(result) && Math.abs(result) < 1L << 53 ? (Object) (long) result : result;
        }));
    }

    private static void time(Map<String, Definition> all, String name, Function<ZonedDateTime, Object> body) {
        all.put(name, new Definition(1, a -> {
            Instant instant = Values.time(a[0]);
            return instant == null ? null : body.apply(instant.atZone(ZoneOffset.UTC));
        }));
    }

    private static Number number(String function, Object value) {
        Number number = Values.number(value);
        if (number == null) {
            throw new ExpressionException(function + " needs a number, not " + Values.shown(value));
        }
        return number;
    }

    private static @Nullable Object better(Object a, Object b, int sign) {
        Integer order = Values.compare(a, b);
        return order == null ? null : Integer.signum(order) == -sign ? b : a;
    }
}
