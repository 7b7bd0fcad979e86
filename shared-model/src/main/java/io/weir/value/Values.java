package io.weir.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads untyped values, as files hold them, as other kinds of values: the same everywhere, so that a range, an expression and
 * a profile agree on what a number is.
 */
public final class Values {
    private static final int SHOWN = 60;

    private Values() {}

    /** A text as a number: a {@link Long} where it is whole and fits, so that large ids stay exact; else a double; else null. */
    public static @Nullable Number number(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty() || !plausible(trimmed)) {
            return null;
        }
        try {
            return Long.valueOf(trimmed);
        } catch (NumberFormatException notWhole) {
            try {
                return Double.valueOf(trimmed);
            } catch (NumberFormatException notANumber) {
                return null;
            }
        }
    }

    /** Java also reads {@code 0x1p3}, {@code 1d} and {@code NaN} as numbers; data that says so means a text. */
    private static boolean plausible(String text) {
        char last = text.charAt(text.length() - 1);
        char first = text.charAt(0);
        return (last >= '0' && last <= '9' || last == '.')
                && ("+-.".indexOf(first) >= 0 || first >= '0' && first <= '9')
                && text.indexOf('x') < 0
                && text.indexOf('X') < 0;
    }

    /** A number, or a text that is one; else null. */
    public static @Nullable Number number(@Nullable Object value) {
        return value instanceof Number number ? number : value instanceof String text ? number(text) : null;
    }

    /** A text such as {@code 2026-11-01} or {@code 2026-11-01T12:00:00Z} as an instant, in UTC if it says no zone; else null. */
    public static @Nullable Instant time(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (!(value instanceof String text) || text.length() < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            String iso = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            boolean zoned = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Any value as a text. */
    public static String text(Object value) {
        return value.toString();
    }

    /** As an error message says it. */
    public static String shown(@Nullable Object value) {
        if (value == null) {
            return "missing";
        }
        String text = value.toString();
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return value instanceof String ? "the text '" + cut + "'" : cut;
    }

    /**
     * Negative, zero or positive; null where the two have nothing in common. Texts compare with texts by code unit, with numbers
     * as numbers, with instants as instants, with truth values as truth values; whole numbers exactly.
     */
    public static @Nullable Integer compare(Object a, Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        if (a instanceof Number || b instanceof Number) {
            return numbers(number(a), number(b));
        }
        if (a instanceof Instant || b instanceof Instant) {
            Instant first = time(a);
            Instant second = time(b);
            return first == null || second == null ? null : first.compareTo(second);
        }
        String first = a.toString();
        String second = b.toString();
        // What is left are truth values, perhaps written as a text.
        return isTruth(first) && isTruth(second)
                ? Boolean.compare(Boolean.parseBoolean(first), Boolean.parseBoolean(second))
                : null;
    }

    private static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }

    /** Exact between whole numbers; NaN equals nothing. */
    private static @Nullable Integer numbers(@Nullable Number a, @Nullable Number b) {
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Long && b instanceof Long) {
            return Long.compare(a.longValue(), b.longValue());
        }
        double first = a.doubleValue();
        double second = b.doubleValue();
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return null;
        }
        // Not Double.compare: for it, -0.0 and 0.0 are different.
        return first < second ? -1 : first > second ? 1 : 0;
    }
}
