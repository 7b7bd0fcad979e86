package io.weir.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses how text is punctuated: the delimiter that cuts most rows into the same number of cells, more than one if
 * possible; of equals, the one with more cells. Quotes are double quotes, unless only single ones enclose cells.
 */
final class DialectDetector {
    /** Bytes that are looked at. */
    static final int SAMPLE = 1 << 16;

    private static final char[] DELIMITERS = {',', '\t', ';', '|'};
    private static final int MAX_ROWS = 200;

    private DialectDetector() {}

    /** The dialect of the sample, {@code bytes[0..length)}, whose last row may be cut off. */
    static Dialect detect(byte[] bytes, int length, boolean whole, byte lineBreak) {
        Dialect best = Dialect.RFC_4180;
        double bestScore = -1;
        for (char quote : quotes(bytes, length)) {
            for (char delimiter : DELIMITERS) {
                Dialect dialect = new Dialect(delimiter, quote, escape(bytes, length, quote), false);
                double score = score(bytes, length, whole, dialect, lineBreak);
                if (score > bestScore) {
                    bestScore = score;
                    best = dialect;
                }
            }
        }
        boolean spaced = isSpaced(bytes, length, best.delimiter());
        return new Dialect(best.delimiter(), best.quote(), best.escape(), spaced);
    }

    /** The share of rows with the most frequent number of cells, if that is more than one, and a little for more cells. */
    private static double score(byte[] bytes, int length, boolean whole, Dialect dialect, byte lineBreak) {
        Map<Integer, Integer> counts = new HashMap<>();
        int rows = 0;
        for (int[] row : rows(bytes, length, whole, dialect, lineBreak)) {
            counts.merge(CsvRow.split(bytes, row[0], row[1], dialect).size(), 1, Integer::sum);
            rows++;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            if (each.getKey() > 1) {
                double share = (double) each.getValue() / rows;
                best = Math.max(best, share + Math.min(each.getKey(), 1000) * 1e-6);
            }
        }
        return best;
    }

    private static List<int[]> rows(byte[] bytes, int length, boolean whole, Dialect dialect, byte lineBreak) {
        RecordScan scan = new RecordScan(dialect, lineBreak);
        List<int[]> rows = new ArrayList<>();
        int from = 0;
        while (from < length && rows.size() < MAX_ROWS) {
            int end = firstEnd(scan, bytes, from, length, whole);
            if (end <= from) {
                break;
            }
            if (scan.rows() > 0) {
                rows.add(new int[] {from, end});
            }
            from = end;
        }
        return rows;
    }

    /** Where the first record of {@code bytes[from..length)} ends, or {@code from} if it is cut off. */
    static int firstEnd(RecordScan scan, byte[] bytes, int from, int length, boolean whole) {
        byte lineBreak = scan.lineBreak();
        for (int i = from; i < length; i++) {
            if (bytes[i] == lineBreak) {
                scan.scan(bytes, from, i + 1, false);
                if (scan.end() == i + 1) {
                    return i + 1;
                }
            }
        }
        scan.scan(bytes, from, length, whole);
        return whole && !scan.open() ? length : from;
    }

    private static char[] quotes(byte[] bytes, int length) {
        boolean doubled = false;
        boolean single = false;
        for (int i = 0; i < length; i++) {
            boolean begins = i == 0 || bytes[i - 1] == '\n' || isDelimiter(bytes[i - 1]);
            doubled |= bytes[i] == '"';
            single |= bytes[i] == '\'' && begins;
        }
        return single && !doubled ? new char[] {'\'', '"'} : new char[] {'"'};
    }

    private static boolean isDelimiter(byte each) {
        for (char delimiter : DELIMITERS) {
            if (each == delimiter) {
                return true;
            }
        }
        return false;
    }

    private static char escape(byte[] bytes, int length, char quote) {
        for (int i = 0; i + 1 < length; i++) {
            if (bytes[i] == '\\' && bytes[i + 1] == quote) {
                return '\\';
            }
        }
        return quote;
    }

    /** Whether every delimiter outside of the last cell is followed by a space, as in "39, State-gov, 77516". */
    private static boolean isSpaced(byte[] bytes, int length, char delimiter) {
        int seen = 0;
        for (int i = 0; i + 1 < length; i++) {
            if (bytes[i] == delimiter) {
                seen++;
                if (bytes[i + 1] != ' ') {
                    return false;
                }
            }
        }
        return seen > 0 && delimiter != ' ';
    }
}
