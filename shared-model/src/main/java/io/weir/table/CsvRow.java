package io.weir.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One row of delimited text as strings, for headers and for guessing dialects, where speed doesn't matter. */
final class CsvRow {
    private CsvRow() {}

    /** The cells of the row in {@code bytes[from..to)}, which may end with a line break. */
    static List<String> split(byte[] bytes, int from, int to, Dialect dialect) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).replaceFirst("[\r\n]+$", "");
        List<String> cells = new ArrayList<>();
        int at = 0;
        do {
            while (dialect.skipSpace() && at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
            StringBuilder cell = new StringBuilder();
            if (dialect.quote() != Dialect.NONE && at < text.length() && text.charAt(at) == dialect.quote()) {
                at = quoted(text, at + 1, dialect, cell);
            }
            int end = text.indexOf(dialect.delimiter(), at);
            end = end < 0 ? text.length() : end;
            cells.add(cell.append(text, at, end).toString());
            at = end + 1;
        } while (at <= text.length());
        return cells;
    }

    private static int quoted(String text, int from, Dialect dialect, StringBuilder cell) {
        int at = from;
        while (at < text.length()) {
            char each = text.charAt(at);
            boolean escaped =
                    each == dialect.escape() && at + 1 < text.length() && isEscaped(text.charAt(at + 1), dialect);
            if (escaped) {
                each = text.charAt(++at);
            } else if (each == dialect.quote()) {
                return at + 1;
            }
            cell.append(each);
            at++;
        }
        return at;
    }

    private static boolean isEscaped(char each, Dialect dialect) {
        return each == dialect.quote() || each == dialect.escape();
    }
}
