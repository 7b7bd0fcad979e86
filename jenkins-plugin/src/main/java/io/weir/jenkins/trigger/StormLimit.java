package io.weir.jenkins.trigger;

import io.weir.jenkins.text.Durations;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * More than {@code count} matching incidents within {@code window} are a storm.
 *
 * @param count how many still get a build each
 * @param window in which time, and how long the rest is gathered
 */
record StormLimit(int count, Duration window) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})\\s*/\\s*(.+)");

    /** Reads {@code 20/1m}; null if it is empty. */
    static @Nullable StormLimit parse(String text) {
        if (text.isBlank()) {
            return null;
        }
        Matcher matcher = FORM.matcher(text.trim());
        Duration window = matcher.matches() ? Durations.parse("storm", matcher.group(2)) : Duration.ZERO;
        if (window.isZero()) {
            throw new IllegalArgumentException(
                    "storm is '" + text + "', must be a number, a slash and a duration, such as 20/1m");
        }
        return new StormLimit(Integer.parseInt(matcher.group(1)), window);
    }
}
