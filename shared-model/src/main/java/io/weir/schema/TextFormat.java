package io.weir.schema;

import io.weir.json.JsonTokens;
import io.weir.value.Values;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A way in which a text is written: {@code json}, {@code time} (anything that reads as an instant), or a pattern of {@code
 * strftime} such as {@code %Y-%m-%d}.
 *
 * @param id its name in schemas
 * @param test whether a text is written so
 */
public record TextFormat(String id, Predicate<String> test) {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_STRING = 4 << 20;
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
            default -> {
                if (id.indexOf('%') < 0) {
                    throw new IllegalArgumentException("must be json, time, or a strftime pattern such as %Y-%m-%d");
                }
                yield new TextFormat(id, dates(Strftime.formatter(id)));
            }
        };
    }

    private static Predicate<String> dates(DateTimeFormatter lenient) {
        DateTimeFormatter formatter =
                lenient.withResolverStyle(ResolverStyle.STRICT).withLocale(Locale.ENGLISH);
        return text -> {
            try {
                formatter.parse(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        };
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
