package io.weir.schema;

import io.weir.json.JsonTokens;
import io.weir.value.Values;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A way in which a text is written: {@code json}, {@code time} (anything that reads as an instant), {@code date} (that, or a
 * day in another usual spelling: {@code 1/31/2026}, {@code 31.1.2026}, {@code Jan 31, 2026}, {@code 31 Jan 2026}, each perhaps
 * with a time of day), or a pattern of {@code strftime} such as {@code %Y-%m-%d}.
 *
 * @param id its name in schemas
 * @param test whether a text is written so
 */
public record TextFormat(String id, Predicate<String> test) {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 4 << 20;
    private static final List<DateTimeFormatter> SPELLINGS = Stream.of(
                    "M/d/uuuu",
                    "uuuu/M/d",
                    "d.M.uuuu",
                    "MMM d[','] uuuu",
                    "MMMM d[','] uuuu",
                    "d MMM uuuu",
                    "d MMMM uuuu")
            .map(day -> DateTimeFormatter.ofPattern(day + "[ H:mm[:ss]]", Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final JsonTokens JSON = new JsonTokens(MAX_DEPTH, MAX_STRING);

    /**
     * Reads the name of a format.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static TextFormat of(String id) {
        return switch (id) {
            case "json" -> new TextFormat(id, JSON::isOneValue);
            case "time" -> new TextFormat(id, text -> Values.time(text) != null);
            case "date" -> new TextFormat(id, text -> Values.time(text) != null || isSpelledDate(text));
            default -> {
                if (id.indexOf('%') < 0) {
                    throw new IllegalArgumentException(
                            "must be json, time, date, or a strftime pattern such as %Y-%m-%d");
                }
                yield new TextFormat(id, dates(Strftime.formatter(id)));
            }
        };
    }

    private static boolean isSpelledDate(String text) {
        for (DateTimeFormatter each : SPELLINGS) {
            ParsePosition at = new ParsePosition(0);
            if (each.parseUnresolved(text, at) != null && at.getIndex() == text.length() && parses(each, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean parses(DateTimeFormatter formatter, String text) {
        try {
            formatter.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Predicate<String> dates(DateTimeFormatter lenient) {
        DateTimeFormatter formatter =
                lenient.withResolverStyle(ResolverStyle.STRICT).withLocale(Locale.ENGLISH);
        return text -> parses(formatter, text);
    }

    /** Two formats of one name are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TextFormat format && format.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
