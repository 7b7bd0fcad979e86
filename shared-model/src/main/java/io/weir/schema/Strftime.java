package io.weir.schema;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;

/** Patterns of C's and Python's {@code strftime} as formatters; numbers may lack their leading zeros when read, as there. */
final class Strftime {
    private Strftime() {}

    static DateTimeFormatter formatter(String pattern) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c != '%') {
                builder.appendLiteral(c);
            } else if (++i == pattern.length()) {
                throw new IllegalArgumentException("ends with a single %; a percent sign is written %%");
            } else {
                append(builder, pattern.charAt(i));
            }
        }
        return builder.toFormatter();
    }

    private static void append(DateTimeFormatterBuilder builder, char directive) {
        switch (directive) {
            case 'Y' -> builder.appendValue(ChronoField.YEAR, 4);
            case 'y' -> builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1969);
            case 'm' -> number(builder, ChronoField.MONTH_OF_YEAR, 2);
            case 'd' -> number(builder, ChronoField.DAY_OF_MONTH, 2);
            case 'j' -> number(builder, ChronoField.DAY_OF_YEAR, 3);
            case 'H' -> number(builder, ChronoField.HOUR_OF_DAY, 2);
            case 'I' -> number(builder, ChronoField.CLOCK_HOUR_OF_AMPM, 2);
            case 'M' -> number(builder, ChronoField.MINUTE_OF_HOUR, 2);
            case 'S' -> number(builder, ChronoField.SECOND_OF_MINUTE, 2);
            case 'f' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, false);
            case 'p' -> builder.appendText(ChronoField.AMPM_OF_DAY);
            case 'b', 'h' -> builder.appendPattern("MMM");
            case 'B' -> builder.appendPattern("MMMM");
            case 'a' -> builder.appendPattern("EEE");
            case 'A' -> builder.appendPattern("EEEE");
            case 'z' -> builder.appendPattern("[XXX][XX]");
            case 'Z' -> builder.appendZoneText(java.time.format.TextStyle.SHORT);
            case 'T' -> builder.append(formatter("%H:%M:%S"));
            case 'F' -> builder.append(formatter("%Y-%m-%d"));
            case 'D' -> builder.append(formatter("%m/%d/%y"));
            case '%' -> builder.appendLiteral('%');
            default ->
                throw new IllegalArgumentException("%" + directive
                        + " is not known; there are %Y %y %m %d %j %H %I %M %S %f %p %b %B %a %A %z %Z %T %F %D %%");
        }
    }

    private static void number(DateTimeFormatterBuilder builder, ChronoField field, int digits) {
        builder.appendValue(field, 1, digits, SignStyle.NOT_NEGATIVE);
    }
}
