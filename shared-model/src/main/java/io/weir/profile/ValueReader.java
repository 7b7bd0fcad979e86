package io.weir.profile;

import io.weir.table.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Tells what a text is, and its number. One per thread: the result is in its fields. */
final class ValueReader {
    private static final int MAX_INTEGER_DIGITS = 18;
    private static final int DATE_LENGTH = 10;
    private static final double MILLIS_PER_DAY = 86_400_000.0;

    private ValueKind kind = ValueKind.TEXT;
    private double number = Double.NaN;

    /** What the last text was. */
    ValueKind kind() {
        return kind;
    }

    /** Its value as a number, or as milliseconds since 1970 if it is a time; NaN if it is neither. */
    double number() {
        return number;
    }

    /** Reads a text. */
    void read(byte[] bytes, int start, int length) {
        kind = ValueKind.TEXT;
        number = Double.NaN;
        if (length == 0) {
            return;
        }
        byte first = bytes[start];
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            if (!isDated(bytes, start, length) || !readTime(bytes, start, length)) {
                readNumber(bytes, start, length);
            }
        } else if (length <= 9) {
            readWord(bytes, start, length);
        }
    }

    private void readNumber(byte[] bytes, int start, int length) {
        int at = start;
        if (length > 1 && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        int digits = start + length - at;
        boolean coded = digits > 1 && bytes[at] == '0' && bytes[at + 1] >= '0' && bytes[at + 1] <= '9';
        if (coded) {
            return;
        }
        if (digits <= MAX_INTEGER_DIGITS && readInteger(bytes, at, digits, bytes[start] == '-')) {
            return;
        }
        double value = Numbers.parse(bytes, start, length);
        if (!Double.isNaN(value)) {
            kind = ValueKind.DECIMAL;
            number = value;
        }
    }

    private boolean readInteger(byte[] bytes, int from, int digits, boolean negative) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            value = value * 10 + digit;
        }
        kind = ValueKind.INTEGER;
        number = negative ? -value : value;
        return true;
    }

    private void readWord(byte[] bytes, int start, int length) {
        int folded = bytes[start] | 0x20;
        if ((length == 4 && folded == 't' && matches(bytes, start, "true"))
                || (length == 5 && folded == 'f' && matches(bytes, start, "false"))) {
            kind = ValueKind.BOOLEAN;
        } else if (folded == 'n' && Numbers.isNaN(bytes, start, length)) {
            kind = ValueKind.DECIMAL;
        } else if (folded == 'i' && !Double.isNaN(Numbers.parse(bytes, start, length))) {
            kind = ValueKind.DECIMAL;
            number = Double.POSITIVE_INFINITY;
        }
    }

    private static boolean matches(byte[] bytes, int start, String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((bytes[start + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDated(byte[] bytes, int start, int length) {
        return length >= DATE_LENGTH && bytes[start + 4] == '-' && bytes[start + 7] == '-';
    }

    private boolean readTime(byte[] bytes, int start, int length) {
        int year = digits(bytes, start, 4);
        int month = digits(bytes, start + 5, 2);
        int day = digits(bytes, start + 8, 2);
        if (year < 0 || month < 1 || day < 1) {
            return false;
        }
        double millis;
        try {
            millis = LocalDate.of(year, month, day).toEpochDay() * MILLIS_PER_DAY;
        } catch (DateTimeException e) {
            return false;
        }
        double inDay = length == DATE_LENGTH ? 0 : ClockTime.millis(bytes, start + DATE_LENGTH, start + length);
        if (Double.isNaN(inDay)) {
            return false;
        }
        kind = length == DATE_LENGTH ? ValueKind.DATE : ValueKind.TIMESTAMP;
        number = millis + inDay;
        return true;
    }

    /** The value of a text that was read as a whole number. */
    static long integer(byte[] bytes, int start, int length) {
        long value = 0;
        for (int i = start; i < start + length; i++) {
            int digit = bytes[i] - '0';
            value = digit >= 0 ? value * 10 + digit : value;
        }
        return bytes[start] == '-' ? -value : value;
    }

    /** A number of exactly so many digits, or -1. */
    static int digits(byte[] bytes, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
