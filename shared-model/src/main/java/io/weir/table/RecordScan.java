package io.weir.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds where the last whole record of a piece of text ends, and counts its records, without looking at the cells: eight
 * bytes at a time, stopping at line breaks and quotes only. A quote opens only at the begin of a cell, as it does for
 * {@link CsvDecoder}, so that a stray inch mark doesn't swallow the file.
 */
final class RecordScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;

    private final byte lineBreak;
    private final byte delimiter;
    private final byte quote;
    private final byte escape;
    private final boolean quotes;
    private final boolean skipSpace;
    private final long lineBreaks;
    private final long quoteBytes;

    private int end;
    private int rows;
    private boolean open;

    /** Records that end with {@code lineBreak}, quoted as the dialect says. */
    RecordScan(Dialect dialect, byte lineBreak) {
        this.lineBreak = lineBreak;
        delimiter = (byte) dialect.delimiter();
        quotes = dialect.quote() != Dialect.NONE;
        quote = quotes ? (byte) dialect.quote() : lineBreak;
        escape = (byte) dialect.escape();
        skipSpace = dialect.skipSpace();
        lineBreaks = ONES * lineBreak;
        quoteBytes = ONES * quote;
    }

    byte lineBreak() {
        return lineBreak;
    }

    /** Where the last whole record ends; 0 if there is none. */
    int end() {
        return end;
    }

    /** Whole records up to {@link #end}, without blank lines. */
    int rows() {
        return rows;
    }

    /** Whether what follows {@link #end} is inside of quotes. */
    boolean open() {
        return open;
    }

    /** Looks at {@code bytes[from..to)}, which begins with a record; {@code last} means that nothing follows. */
    void scan(byte[] bytes, int from, int to, boolean last) {
        end = from;
        rows = 0;
        open = false;
        int i = next(bytes, from, to);
        while (i < to) {
            if (bytes[i] == lineBreak) {
                rows += isBlank(bytes, end, i) ? 0 : 1;
                end = ++i;
            } else if (opens(bytes, i)) {
                i = closing(bytes, i + 1, to, last) + 1;
                if (i == 0) {
                    open = true;
                    return;
                }
            } else {
                i++;
            }
            i = next(bytes, i, to);
        }
        if (last && end < to) {
            rows += isBlank(bytes, end, to) ? 0 : 1;
            end = to;
        }
    }

    /** The next line break or quote at or after {@code i}, or {@code to}. */
    private int next(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long breaks = word ^ lineBreaks;
            long quoted = word ^ quoteBytes;
            // The lowest bit set is exact; higher ones may be carries, and are looked at again from there.
            long found = (((breaks - ONES) & ~breaks) | ((quoted - ONES) & ~quoted)) & HIGHS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != lineBreak && bytes[i] != quote) {
            i++;
        }
        return i;
    }

    private boolean opens(byte[] bytes, int at) {
        int before = at - 1;
        while (skipSpace && before >= end && bytes[before] == ' ') {
            before--;
        }
        return quotes && (before < end || bytes[before] == delimiter);
    }

    /** The quote that closes, or -1 if it is not here. */
    private int closing(byte[] bytes, int from, int to, boolean last) {
        for (int i = from; i < to; i++) {
            byte each = bytes[i];
            if (each == quote) {
                if (escape != quote) {
                    return i;
                }
                if (i + 1 == to) {
                    return last ? i : -1;
                }
                if (bytes[i + 1] != quote) {
                    return i;
                }
                i++;
            } else if (each == escape) {
                i++;
            }
        }
        return -1;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        return from == to || (from + 1 == to && bytes[from] == '\r');
    }
}
