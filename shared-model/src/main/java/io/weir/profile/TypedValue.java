package io.weir.profile;

import io.weir.sketch.Hashing;
import io.weir.table.Cells;
import java.time.Instant;
import java.time.LocalDate;

/** Values of typed formats, as 64 bits: a long, or the bits of a double. */
final class TypedValue implements CharSequence {
    private static final double MILLIS_PER_DAY = 86_400_000.0;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private ValueKind kind = ValueKind.TEXT;
    private long bits;

    TypedValue of(ValueKind valueKind, long value) {
        kind = valueKind;
        bits = value;
        return this;
    }

    static ValueKind kind(Cells.Type type) {
        return switch (type) {
            case INTEGER -> ValueKind.INTEGER;
            case DECIMAL -> ValueKind.DECIMAL;
            case BOOLEAN -> ValueKind.BOOLEAN;
            case DATE -> ValueKind.DATE;
            case TIMESTAMP -> ValueKind.TIMESTAMP;
            case TEXT -> ValueKind.TEXT;
        };
    }

    /** The number, or the milliseconds since 1970 of a time; NaN if it is neither. */
    static double number(Cells.Type type, long bits) {
        return switch (type) {
            case INTEGER -> bits;
            case DECIMAL -> Double.longBitsToDouble(bits);
            case DATE -> bits * MILLIS_PER_DAY;
            case TIMESTAMP -> bits / 1000.0;
            case BOOLEAN, TEXT -> Double.NaN;
        };
    }

    /** The hash by which values are told apart, the same as that of the same value read from text. */
    long hash() {
        return switch (kind) {
            case INTEGER -> Hashing.hash(bits);
            case DECIMAL -> Hashing.hash(Double.longBitsToDouble(bits));
            default -> Hashing.hash(toString());
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case INTEGER -> Long.toString(bits);
            case DECIMAL -> decimal(Double.longBitsToDouble(bits));
            case BOOLEAN -> bits == 0 ? "false" : "true";
            case DATE -> LocalDate.ofEpochDay(bits).toString();
            case TIMESTAMP ->
                Instant.ofEpochSecond(
                                Math.floorDiv(bits, MICROS_PER_SECOND), Math.floorMod(bits, MICROS_PER_SECOND) * 1000)
                        .toString();
            case TEXT -> "";
        };
    }

    private static String decimal(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().subSequence(from, to);
    }
}
