package io.weir.elasticsearch.api;

import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 1d}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, Long> UNITS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Durations() {}

    /**
     * Milliseconds of a duration.
     *
     * @throws IllegalArgumentException naming the value and the form
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration; write a whole number and ms, s, m, h or d, as in 30s");
        }
        Long unit = UNITS.get(matcher.group(2));
        return Long.parseLong(matcher.group(1)) * (unit == null ? 1 : unit);
    }

    /** A field's duration within a range; {@code otherwise} if it is absent. */
    public static long field(JsonFields fields, String name, long otherwise, long min, long max) {
        if (!fields.has(name)) {
            return otherwise;
        }
        return required(fields, name, min, max);
    }

    /** A field's duration within a range. */
    public static long required(JsonFields fields, String name, long min, long max) {
        long millis = fields.parsed(name, 20, Durations::parse);
        if (millis < min || millis > max) {
            throw new InvalidJsonException(fields.path(name) + " is '" + format(millis) + "', must be from "
                    + format(min) + " to " + format(max));
        }
        return millis;
    }

    /** The shortest way to write a duration exactly. */
    public static String format(long millis) {
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            Long length = UNITS.get(unit);
            if (length != null && millis != 0 && millis % length == 0) {
                return millis / length + unit;
            }
        }
        return millis + "ms";
    }
}
