package io.weir.table;

/**
 * How delimited text is punctuated.
 *
 * @param delimiter between cells, an ASCII character
 * @param quote around cells that contain delimiters or line breaks, an ASCII character, or {@link #NONE}
 * @param escape before a quote inside of quotes, an ASCII character; the quote itself means that it is doubled
 * @param skipSpace whether spaces after a delimiter don't belong to the cell
 */
public record Dialect(char delimiter, char quote, char escape, boolean skipSpace) {
    /** Stands for no quote at all. */
    public static final char NONE = '\0';

    /** RFC 4180: commas, double quotes, a quote inside of quotes is doubled. */
    public static final Dialect RFC_4180 = new Dialect(',', '"', '"', false);

    /**
     * Checks that the characters can be told apart.
     *
     * @throws IllegalArgumentException if a character is not ASCII, is a line break, or stands for two things
     */
    public Dialect {
        for (char each : new char[] {delimiter, quote, escape}) {
            if (each > 126 || each == '\n' || each == '\r') {
                throw new IllegalArgumentException(
                        "'" + each + "' can't delimit, quote or escape; use an ASCII character that is no line break");
            }
        }
        if (delimiter == NONE || delimiter == quote || delimiter == escape || (delimiter == ' ' && skipSpace)) {
            throw new IllegalArgumentException("the delimiter '" + delimiter + "' is also the quote '" + quote
                    + "' or the escape '" + escape + "' or a skipped space");
        }
    }
}
