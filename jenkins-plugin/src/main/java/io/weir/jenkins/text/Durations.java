package io.weir.jenkins.text;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations such as {@code 90s}, {@code 5m}, {@code 2h}, {@code 1d}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\s*([smhd])");

    private Durations() {}

    /**
     * Reads one; empty is zero.
     *
     * @throws IllegalArgumentException naming the setting, the value and the form
     */
    public static Duration parse(String setting, String text) {
        if (text.isBlank()) {
            return Duration.ZERO;
        }
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    setting + " is '" + text + "', must be a number and s, m, h or d, such as 5m");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
