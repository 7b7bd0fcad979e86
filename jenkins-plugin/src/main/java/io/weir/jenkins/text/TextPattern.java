package io.weir.jenkins.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Alternatives, separated by commas or lines: a glob with {@code *} and {@code ?}, or the whole text
 * {@code regex:} and a regular expression. Matches whole texts, upper and lower case apart.
 *
 * <p>Globs take time linear in pattern times text. A regular expression that takes longer than {@link #TIME_LIMIT_MILLIS}
 * on a text does not match it: no setting may stop the webhook.
 */
public final class TextPattern {
    /** A thousand times what a sane expression needs for a label. */
    static final long TIME_LIMIT_MILLIS = 100;

    private static final int MAX_LENGTH = 10_000;
    private static final String REGEX = "regex:";

    private final List<String> globs;
    private final List<Pattern> regexes;

    private TextPattern(List<String> globs, List<Pattern> regexes) {
        this.globs = globs;
        this.regexes = regexes;
    }

    /**
     * Reads alternatives; the empty text matches nothing.
     *
     * @throws IllegalArgumentException if it is too long or not a regular expression
     */
    public static TextPattern anyOf(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the pattern has " + text.length() + " characters, at most " + MAX_LENGTH + " are allowed");
        }
        if (text.trim().startsWith(REGEX)) {
            return new TextPattern(List.of(), List.of(compile(text.trim().substring(REGEX.length()))));
        }
        List<String> globs = new ArrayList<>();
        for (String part : text.split("[,\n]")) {
            if (!part.isBlank()) {
                globs.add(part.trim());
            }
        }
        return new TextPattern(globs, List.of());
    }

    /** Whether one of the alternatives is the form of the whole text. */
    public boolean matches(String text) {
        return globs.stream().anyMatch(glob -> matchesGlob(glob, text))
                || regexes.stream().anyMatch(regex -> matchesInTime(regex, text));
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + regex + "' is not a regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
        }
    }

    private static boolean matchesInTime(Pattern regex, String text) {
        try {
            return regex.matcher(new TimedText(text, System.nanoTime() + TIME_LIMIT_MILLIS * 1_000_000))
                    .matches();
        } catch (TimedText.Late | StackOverflowError e) {
            return false;
        }
    }

    /** Goes back to the last star only, which is enough for globs. */
    private static boolean matchesGlob(String glob, String text) {
        int g = 0;
        int t = 0;
        int star = -1;
        int afterStar = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                afterStar = t;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++afterStar;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }
}
