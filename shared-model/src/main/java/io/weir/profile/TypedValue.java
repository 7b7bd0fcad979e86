package io.weir.profile;

import io.weir.sketch.Hashing;
import io.weir.table.Cells;
import java.time.Instant;
import java.time.LocalDate;

/** Values of typed formats, as 64 bits: a long, or the bits of a double. */
final class TypedValue implements CharSequence {
    private static final double MILLIS_PER_DAY = 86_400_000.0;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;
    private static final int TIMESTAMP_BYTES = 27;

    private ValueKind kind = ValueKind.TEXT;
    private long bits;
    private final byte[] text = new byte[TIMESTAMP_BYTES];

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
            case TIMESTAMP -> hashOfTimestamp();
            default -> Hashing.hash(toString());
        };
    }

    /** That of {@link #toString}, without making one: most timestamps are seen once. */
    private long hashOfTimestamp() {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(bits, MICROS_PER_DAY));
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            return Hashing.hash(toString());
        }
        long inDay = Math.floorMod(bits, MICROS_PER_DAY);
        int seconds = (int) (inDay / MICROS_PER_SECOND);
        int micros = (int) (inDay % MICROS_PER_SECOND);
        int at = digits(day.getYear(), 4, 0, '-');
        at = digits(day.getMonthValue(), 2, at, '-');
        at = digits(day.getDayOfMonth(), 2, at, 'T');
        at = digits(seconds / 3600, 2, at, ':');
        at = digits(seconds / 60 % 60, 2, at, ':');
        at = digits(seconds % 60, 2, at, micros == 0 ? 'Z' : '.');
        if (micros != 0) {
            at = micros % 1000 == 0 ? digits(micros / 1000, 3, at, 'Z') : digits(micros, 6, at, 'Z');
        }
        return Hashing.hashUtf8(text, 0, at);
    }

    /** Writes a number and what follows; returns where that ends. */
    private int digits(int value, int count, int at, char next) {
        int rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[at + count] = (byte) next;
        return at + count + 1;
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
