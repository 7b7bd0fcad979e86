package io.weir.schema.expectations;

import io.weir.schema.Bounds;
import io.weir.schema.Check;
import io.weir.schema.Condition;
import io.weir.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of single values as expressions, so that they can be asked of some rows only. */
final class CellExpression {
    private static final Pattern PLAIN = Pattern.compile("[a-zA-Z_][a-zA-Z_0-9]*");

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "in", "is", "between", "matches", "missing", "true", "false");

    private CellExpression() {}

    /** The same as an expression; missing where the value is. */
    static String of(Check check) {
        String expression =
                check instanceof Check.OfCells cells ? condition(column(cells.column()), cells.condition()) : null;
        if (expression == null) {
            throw new UntranslatableException("'" + check.name()
                    + "' can be said once, and for all rows; it can't be written as a condition on rows");
        }
        return expression;
    }

    private static @Nullable String condition(String column, Condition condition) {
        return switch (condition) {
            case Condition.Present present -> column + " is not missing";
            case Condition.Absent absent -> column + " is missing";
            case Condition.InSet set ->
                set.values().isEmpty()
                        ? "if(" + column + " is missing, missing, " + set.forbidden() + ")"
                        : column + (set.forbidden() ? " not in (" : " in (")
                                + set.values().stream()
                                        .map(CellExpression::literal)
                                        .collect(Collectors.joining(", "))
                                + ")";
            case Condition.InRange range -> range(column, range.bounds());
            case Condition.LengthIn length ->
                "length(" + column + ") >= " + length.min() + " and length(" + column + ") <= " + length.max();
            case Condition.Matches matches -> matches(column, matches);
            case Condition.OfType type -> null;
            case Condition.Formatted formatted -> null;
        };
    }

    private static String range(String column, Bounds bounds) {
        List<String> sides = new ArrayList<>();
        if (bounds.min() != null) {
            sides.add(column + (bounds.minExcluded() ? " > " : " >= ") + literal(bounds.min()));
        }
        if (bounds.max() != null) {
            sides.add(column + (bounds.maxExcluded() ? " < " : " <= ") + literal(bounds.max()));
        }
        return String.join(" and ", sides);
    }

    private static String matches(String column, Condition.Matches matches) {
        String between = matches.quantity() == Condition.Matches.Quantity.ANY ? " or " : " and ";
        String word = matches.quantity() == Condition.Matches.Quantity.NONE ? " not matches " : " matches ";
        return matches.patterns().stream()
                .map(pattern -> column + word + literal(pattern.pattern()))
                .collect(Collectors.joining(between, "(", ")"));
    }

    /** A column's name, in backticks where it needs them. */
    static String column(String name) {
        if (name.indexOf('`') >= 0) {
            throw new UntranslatableException("the name of the column '" + name + "' has a backtick");
        }
        return PLAIN.matcher(name).matches() && !WORDS.contains(name) ? name : "`" + name + "`";
    }

    /** A value as it is written in expressions; texts that are times are compared as such. */
    static String literal(Object value) {
        if (value instanceof String text) {
            String quoted = "'" + text.replace("'", "''") + "'";
            return Values.time(text) == null ? quoted : "time(" + quoted + ")";
        }
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }
}
