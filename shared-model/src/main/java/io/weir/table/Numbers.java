package io.weir.table;

import java.nio.charset.StandardCharsets;

/** Cells as numbers, exactly as {@link Double#parseDouble} has them, without a string for each. */
public final class Numbers {
    private static final int MAX_DIGITS = 18;
    private static final long MAX_EXACT = 1L << 53;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Numbers() {}

    /**
     * The number that a text is; NaN both for "NaN" and for what is no number, see {@link #isNaN}. Short decimals are exact
     * by one division of two exact doubles (Clinger 1990), others go through {@link Double#parseDouble}.
     */
    public static double parse(byte[] bytes, int start, int length) {
        int at = start;
        int end = start + length;
        boolean negative = length > 0 && bytes[at] == '-';
        if (length > 0 && (negative || bytes[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int point = -1;
        for (; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
            } else if (bytes[at] == '.' && point < 0) {
                point = at;
            } else {
                return slow(bytes, start, length);
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        int scale = point < 0 ? 0 : end - point - 1;
        if (count > MAX_DIGITS || digits > MAX_EXACT || scale >= POWERS.length) {
            return slow(bytes, start, length);
        }
        double value = scale == 0 ? digits : digits / POWERS[scale];
        return negative ? -value : value;
    }

    /** Whether the text says "not a number" in one of the usual spellings. */
    public static boolean isNaN(byte[] bytes, int start, int length) {
        return length == 3
                && (bytes[start] | 0x20) == 'n'
                && (bytes[start + 1] | 0x20) == 'a'
                && (bytes[start + 2] | 0x20) == 'n';
    }

    /** Reads a column of a batch into {@code into[from…]}; missing cells and "NaN" become NaN. */
    static void read(Batch batch, int column, double[] into, int from) throws TableException {
        Cells cells = batch.column(column);
        for (int row = 0; row < batch.rows(); row++) {
            into[from + row] = cells.isMissing(row) ? Double.NaN : value(batch, column, cells, row);
        }
    }

    private static double value(Batch batch, int column, Cells cells, int row) throws TableException {
        return switch (cells.type()) {
            case DECIMAL -> cells.doubleAt(row);
            case INTEGER, BOOLEAN -> cells.longAt(row);
            case DATE, TIMESTAMP -> throw notNumber(batch, column, cells, row);
            case TEXT -> {
                double value = parse(cells.bytes(), cells.start(row), cells.length(row));
                if (Double.isNaN(value) && !isNaN(cells.bytes(), cells.start(row), cells.length(row))) {
                    throw notNumber(batch, column, cells, row);
                }
                yield value;
            }
        };
    }

    private static TableException notNumber(Batch batch, int column, Cells cells, int row) {
        String text = String.valueOf(cells.text(row));
        return TableException.inCell(
                batch.file(),
                batch.firstRow() + row,
                batch.names().get(column),
                "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "' is not a number");
    }

    private static double slow(byte[] bytes, int start, int length) {
        if (!looksNumeric(bytes, start, length)) {
            return infinity(bytes, start, length);
        }
        try {
            return Double.parseDouble(new String(bytes, start, length, StandardCharsets.ISO_8859_1));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Only digits, sign, point and exponent: parseDouble would take "1d", "0x1p3" and surrounding spaces, too. */
    private static boolean looksNumeric(byte[] bytes, int start, int length) {
        if (length == 0 || length > 400) {
            return false;
        }
        for (int i = start; i < start + length; i++) {
            int each = bytes[i];
            boolean part = (each >= '0' && each <= '9') || each == '.' || each == '+' || each == '-';
            if (!part && (i == start || (each | 0x20) != 'e')) {
                return false;
            }
        }
        return true;
    }

    private static double infinity(byte[] bytes, int start, int length) {
        if (length < 3 || length > 9) {
            return Double.NaN;
        }
        String text = new String(bytes, start, length, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
        return switch (text) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }
}
