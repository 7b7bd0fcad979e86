package io.weir.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads values as other kinds of values. */
final class Values {
    private static final int SHOWN = 60;

    private Values() {}

    /** A text as a number: a {@link Long} where it is whole and fits, so that large ids stay exact; else a double; else null. */
    static @Nullable Number number(String text) {
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

    static @Nullable Number number(@Nullable Object value) {
        return value instanceof Number number ? number : value instanceof String text ? number(text) : null;
    }

    /** A text such as {@code 2026-11-01} or {@code 2026-11-01T12:00:00Z} as an instant, in UTC if it says no zone; else null. */
    static @Nullable Instant time(@Nullable Object value) {
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

    static String text(Object value) {
        return value.toString();
    }

    /** As an error message says it. */
    static String shown(@Nullable Object value) {
        if (value == null) {
            return "missing";
        }
        String text = value.toString();
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return value instanceof String ? "the text '" + cut + "'" : cut;
    }
}
