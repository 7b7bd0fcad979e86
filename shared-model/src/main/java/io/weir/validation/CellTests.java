package io.weir.validation;

import io.weir.expression.ExpressionException;
import io.weir.expression.Patterns;
import io.weir.schema.Bounds;
import io.weir.schema.Condition;
import io.weir.schema.ValueType;
import io.weir.table.Cells;
import io.weir.value.Values;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Conditions as tests of cells. */
final class CellTests {
    private CellTests() {}

    static CellTest of(Condition condition, ValueType type) {
        return switch (condition) {
            case Condition.Present present -> (cells, row) -> !cells.isMissing(row);
            case Condition.Absent absent -> Cells::isMissing;
            case Condition.OfType wanted -> types(wanted.types());
            case Condition.InSet set -> inSet(set);
            case Condition.InRange range -> inRange(range.bounds(), type);
            case Condition.LengthIn length ->
                text(value -> {
                    long characters = value.codePointCount(0, value.length());
                    return characters >= length.min() && characters <= length.max();
                });
            case Condition.Matches matches -> text(value -> matches(matches, value));
            case Condition.Formatted formatted -> text(formatted.format().test());
        };
    }

    /** Remembers answers by text: most columns say the same few things again and again. */
    private static CellTest text(Predicate<String> test) {
        return new RememberingTest(test);
    }

    private static boolean matches(Condition.Matches matches, String value) {
        boolean any = false;
        for (Pattern pattern : matches.patterns()) {
            boolean found;
            try {
                found = Patterns.found(pattern, value);
            } catch (ExpressionException endless) {
                // A text on which the pattern goes round and round is not shown to match it.
                return false;
            }
            if (!found && matches.quantity() == Condition.Matches.Quantity.ALL) {
                return false;
            }
            any |= found;
        }
        return switch (matches.quantity()) {
            case ALL -> true;
            case ANY -> any;
            case NONE -> !any;
        };
    }

    private static CellTest inRange(Bounds given, ValueType type) {
        Bounds times = type == ValueType.TEXT ? null : given.asTimes();
        Bounds bounds = times == null ? given : times;
        CellTest ofText = text(value -> {
            Object read = times == null ? value : Values.time(value);
            return read != null && bounds.contains(read);
        });
        return (cells, row) -> {
            if (cells.type() == Cells.Type.TEXT) {
                return ofText.holds(cells, row);
            }
            Object value = CellValues.of(cells, row, type);
            return value != null && bounds.contains(value);
        };
    }

    private static CellTest inSet(Condition.InSet set) {
        Set<Object> exact = new HashSet<>();
        for (Object value : set.values()) {
            exact.add(canonical(value));
        }
        CellTest ofText = text(value -> {
            boolean in = exact.contains(value);
            Number number = in ? null : Values.number(value);
            return (in || number != null && exact.contains(number.doubleValue())) != set.forbidden();
        });
        return (cells, row) -> {
            if (cells.type() == Cells.Type.TEXT) {
                return ofText.holds(cells, row);
            }
            Object value = CellValues.of(cells, row, ValueType.ANY);
            return value != null
                    && (exact.contains(canonical(value)) || exact.contains(String.valueOf(cells.text(row))))
                            != set.forbidden();
        };
    }

    /** 1 and 1.0 are the same; so are true and "true". */
    private static Object canonical(Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value.toString();
    }

    private static CellTest types(List<ValueType> types) {
        CellTest ofText = text(value -> types.stream().anyMatch(type -> reads(value, type)));
        // A number that its format says to be one is no text.
        CellTest ofBare = types.contains(ValueType.TEXT)
                ? text(value -> types.stream().anyMatch(type -> type != ValueType.TEXT && reads(value, type)))
                : ofText;
        return (cells, row) -> cells.type() != Cells.Type.TEXT
                ? types.stream().anyMatch(type -> is(cells, row, type))
                : cells.isBare(row) ? ofBare.holds(cells, row) : ofText.holds(cells, row);
    }

    private static boolean is(Cells cells, int row, ValueType type) {
        return switch (type) {
            case ANY, TEXT -> type == ValueType.ANY;
            case BOOLEAN -> cells.type() == Cells.Type.BOOLEAN;
            case INTEGER ->
                cells.type() == Cells.Type.INTEGER
                        || cells.type() == Cells.Type.DECIMAL && cells.doubleAt(row) == Math.rint(cells.doubleAt(row));
            case DECIMAL -> cells.type() == Cells.Type.DECIMAL || cells.type() == Cells.Type.INTEGER;
            case DATE -> cells.type() == Cells.Type.DATE;
            case TIMESTAMP -> cells.type() == Cells.Type.TIMESTAMP || cells.type() == Cells.Type.DATE;
        };
    }

    private static boolean reads(String text, ValueType type) {
        return switch (type) {
            case ANY, TEXT -> true;
            case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
            case INTEGER -> {
                Number number = Values.number(text);
                yield number instanceof Long
                        || number != null && number.doubleValue() == Math.rint(number.doubleValue());
            }
            case DECIMAL -> Values.number(text) != null;
            case DATE -> isDay(text);
            case TIMESTAMP -> Values.time(text) != null;
        };
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
