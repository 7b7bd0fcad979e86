package io.weir.evaluation.slice;

/**
 * What a slice's rows have in common.
 *
 * @param column its name
 * @param value as text: a category, or a range such as {@code [18, 25)}
 */
public record Condition(String column, String value) {
    /** Longer values are cut in results. */
    public static final int MAX_LENGTH = 200;

    /** Cuts what is too long. */
    public Condition {
        column = cut(column);
        value = cut(value);
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
    }

    @Override
    public String toString() {
        return column + " = " + value;
    }
}
