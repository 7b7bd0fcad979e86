package io.weir.validation;

import io.weir.schema.ValueType;
import io.weir.table.Cells;
import io.weir.value.Values;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Cells as values that can be compared: what an expression, a range or an order sees. */
final class CellValues {
    private static final long MICROS = 1_000_000;
    private static final long DAY_SECONDS = 86_400;

    private CellValues() {}

    /**
     * The value of a cell, or null if it is missing. Text is read as the type says; where it says nothing, a number is one
     * and everything else is text. What can't be read as its type stays text, and so fails comparisons.
     */
    static @Nullable Object of(Cells cells, int row, ValueType type) {
        if (cells.isMissing(row)) {
            return null;
        }
        return switch (cells.type()) {
            case INTEGER -> cells.longAt(row);
            case DECIMAL -> cells.doubleAt(row);
            case BOOLEAN -> cells.longAt(row) != 0;
            case DATE -> Instant.ofEpochSecond(cells.longAt(row) * DAY_SECONDS);
            case TIMESTAMP ->
                Instant.ofEpochSecond(
                        Math.floorDiv(cells.longAt(row), MICROS), Math.floorMod(cells.longAt(row), MICROS) * 1_000);
            case TEXT -> read(String.valueOf(cells.text(row)), type);
        };
    }

    private static Object read(String text, ValueType type) {
        Object read = switch (type) {
            case TEXT -> text;
            case DATE, TIMESTAMP -> Values.time(text);
            case BOOLEAN, INTEGER, DECIMAL, ANY -> Values.number(text);
        };
        return read == null ? text : read;
    }
}
