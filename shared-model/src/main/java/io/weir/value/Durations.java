package io.weir.value;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 90s}, {@code 5m}, {@code 2h}, {@code 1d}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private Durations() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is allowed
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("must be a whole number and ms, s, m, h or d, such as 5m");
        }
        return unit.multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** The shortest way to write a duration exactly, down to milliseconds. */
    public static String format(Duration duration) {
        long millis = duration.toMillis();
        for (String name : new String[] {"d", "h", "m", "s"}) {
            Duration unit = UNITS.get(name);
            if (unit != null && millis != 0 && millis % unit.toMillis() == 0) {
                return millis / unit.toMillis() + name;
            }
        }
        return millis + "ms";
    }
}
