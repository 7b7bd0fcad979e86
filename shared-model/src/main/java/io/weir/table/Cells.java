package io.weir.table;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column in one batch, by row from 0. Text stays where it was read, as slices of UTF-8; numbers of typed
 * formats are primitive arrays. Valid until the batch is used again.
 */
public final class Cells {
    /** What kind of values the format says the column holds. */
    public enum Type {
        /** Text that may still be read as something else: {@link #bytes}, {@link #start}, {@link #length}. */
        TEXT,
        /** Whole numbers: {@link #longAt}. */
        INTEGER,
        /** Binary floating point, or decimals rounded to it: {@link #doubleAt}. */
        DECIMAL,
        /** {@link #longAt} is 0 or 1. */
        BOOLEAN,
        /** Days since 1970-01-01: {@link #longAt}. */
        DATE,
        /** Microseconds since 1970-01-01T00:00:00Z: {@link #longAt}. */
        TIMESTAMP
    }

    private static final int MISSING = -1;
    private static final byte[] NO_BYTES = {};
    private static final long[] NO_LONGS = {};
    private static final double[] NO_DOUBLES = {};

    private Type type = Type.TEXT;
    private byte[] bytes = NO_BYTES;
    private int[] starts = {};
    private int[] lengths = {};
    private long[] longs = NO_LONGS;
    private double[] doubles = NO_DOUBLES;
    private boolean @Nullable [] missing;
    private boolean @Nullable [] bare;

    Cells() {}

    /** Kind of the values, which decides on the accessors that may be used. */
    public Type type() {
        return type;
    }

    /**
     * Whether the format says that a value which is held as text is none: a number or truth value of JSON. False where the
     * format can't say, as CSV.
     */
    public boolean isBare(int row) {
        return type == Type.TEXT && bare != null && row < bare.length && bare[row];
    }

    /** Whether there is no value. An empty text is one. */
    public boolean isMissing(int row) {
        return type == Type.TEXT ? starts[row] == MISSING : missing != null && missing[row];
    }

    /** The bytes that text slices point into; not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where a text begins in {@link #bytes}, or negative if it is missing. */
    public int start(int row) {
        return starts[row];
    }

    /** Bytes of a text. */
    public int length(int row) {
        return lengths[row];
    }

    /** A whole number, truth value, day or instant, by {@link #type}; unspecified if missing. */
    public long longAt(int row) {
        return longs[row];
    }

    /** A number; unspecified if missing. */
    public double doubleAt(int row) {
        return doubles[row];
    }

    /** The value as text, in ISO 8601 if it is a date, or null if missing. Allocates: for messages and single rows. */
    public @Nullable String text(int row) {
        if (isMissing(row)) {
            return null;
        }
        return switch (type) {
            case TEXT -> new String(bytes, starts[row], lengths[row], StandardCharsets.UTF_8);
            case INTEGER -> Long.toString(longs[row]);
            case DECIMAL -> shown(doubles[row]);
            case BOOLEAN -> longs[row] == 0 ? "false" : "true";
            case DATE -> LocalDate.ofEpochDay(longs[row]).toString();
            case TIMESTAMP ->
                Instant.ofEpochSecond(
                                Math.floorDiv(longs[row], 1_000_000L), Math.floorMod(longs[row], 1_000_000L) * 1000)
                        .toString();
        };
    }

    /** A number as text would have it: 5 rather than 5.0, never an exponent where 20 digits do. */
    static String shown(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Math.abs(value) < 1e15 && Math.abs(value) >= 1e-4
                ? new BigDecimal(Double.toString(value)).toPlainString()
                : Double.toString(value);
    }

    void beginText(byte[] data, int rows) {
        type = Type.TEXT;
        bytes = data;
        forgetBare();
        if (starts.length < rows) {
            starts = new int[rows];
            lengths = new int[rows];
        }
    }

    /** Text into {@code data} whose cells are all missing until set. */
    void beginMissing(byte[] data, int rows) {
        beginText(data, rows);
        Arrays.fill(starts, 0, rows, MISSING);
    }

    void replaceBytes(byte[] data) {
        bytes = data;
    }

    void set(int row, int start, int length) {
        starts[row] = start;
        lengths[row] = length;
    }

    /** A value that is no text, after {@link #set}. */
    void setBare(int row) {
        boolean[] flags = bare;
        if (flags == null || flags.length < starts.length) {
            flags = flags == null ? new boolean[starts.length] : Arrays.copyOf(flags, starts.length);
            bare = flags;
        }
        flags[row] = true;
    }

    private void forgetBare() {
        if (bare != null) {
            Arrays.fill(bare, false);
        }
    }

    void setMissing(int row) {
        starts[row] = MISSING;
        lengths[row] = 0;
    }

    void setText(byte[] data, int[] from, int[] sizes) {
        type = Type.TEXT;
        bytes = data;
        forgetBare();
        starts = from;
        lengths = sizes;
    }

    void setLongs(Type kind, long[] values, boolean @Nullable [] absent) {
        type = kind;
        longs = values;
        missing = absent;
    }

    void setDoubles(double[] values, boolean @Nullable [] absent) {
        type = Type.DECIMAL;
        doubles = values;
        missing = absent;
    }

    int[] starts() {
        return starts;
    }

    int[] lengths() {
        return lengths;
    }
}
