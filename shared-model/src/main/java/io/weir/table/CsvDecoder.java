package io.weir.table;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the cells of delimited text. Cells stay where they are; only a quoted cell with escapes is moved together in place.
 * Stateless, so that all threads share one.
 */
final class CsvDecoder implements Batch.Decoder {
    private final String file;
    private final Limits limits;
    private final byte delimiter;
    private final byte quote;
    private final byte escape;
    private final boolean quotes;
    private final boolean skipSpace;
    private final byte lineBreak;
    private final boolean[] stops = new boolean[256];
    private final boolean emptyIsNull;
    private final byte[][] nulls;
    private final int[] targets;

    /**
     * A decoder for one file.
     *
     * @param targets for each cell of a row, which of the table's columns it belongs to
     */
    CsvDecoder(String file, Dialect dialect, byte lineBreak, List<String> nullTexts, int[] targets, Limits limits) {
        this.file = file;
        this.limits = limits;
        this.targets = targets;
        this.lineBreak = lineBreak;
        delimiter = (byte) dialect.delimiter();
        quote = (byte) dialect.quote();
        escape = (byte) dialect.escape();
        quotes = dialect.quote() != Dialect.NONE;
        skipSpace = dialect.skipSpace();
        stops[delimiter] = true;
        stops[lineBreak] = true;
        emptyIsNull = nullTexts.contains("");
        nulls = nullTexts.stream()
                .filter(text -> !text.isEmpty())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    @Override
    public void decode(Batch batch) throws TableException {
        byte[] bytes = batch.buffer();
        int to = batch.size();
        int columns = targets.length;
        int[][] starts = new int[columns][];
        int[][] lengths = new int[columns][];
        for (int i = 0; i < columns; i++) {
            Cells cells = batch.column(targets[i]);
            cells.beginText(bytes, batch.rows());
            starts[i] = cells.starts();
            lengths[i] = cells.lengths();
        }
        checkEncoding(batch, bytes, to);
        int row = 0;
        int at = 0;
        while (at < to) {
            int lineEnd = blankUntil(bytes, at, to);
            if (lineEnd > at) {
                at = lineEnd;
                continue;
            }
            at = decodeRow(batch, bytes, at, to, row, starts, lengths);
            row++;
        }
        if (row != batch.rows()) {
            throw new IllegalStateException(file + ": " + row + " rows were decoded where " + batch.rows()
                    + " were counted from row " + batch.firstRow() + "; this is an error in the reader");
        }
    }

    /** One row from {@code from} on; returns where the next begins. The hot loop of the whole package. */
    private int decodeRow(Batch batch, byte[] bytes, int from, int to, int row, int[][] starts, int[][] lengths)
            throws TableException {
        int columns = starts.length;
        int column = 0;
        int at = from;
        boolean more = true;
        while (more) {
            while (skipSpace && at < to && bytes[at] == ' ') {
                at++;
            }
            int start = at;
            int length;
            boolean quoted = quotes && at < to && bytes[at] == quote;
            if (quoted) {
                int close = closing(bytes, ++start, to);
                length = unescape(bytes, start, close);
                at = afterQuote(batch, bytes, close + 1, to, row, column);
            } else {
                while (at < to && !stops[bytes[at] & 0xff]) {
                    at++;
                }
                length = at - start;
                if (length > 0 && bytes[at - 1] == '\r' && (at == to || bytes[at] == lineBreak)) {
                    length--;
                }
            }
            if (length > limits.maxCellBytes()) {
                throw tooLong(batch, row, column, length);
            }
            if (column < columns) {
                starts[column][row] = !quoted && isNull(bytes, start, length) ? -1 : start;
                lengths[column][row] = length;
            }
            column++;
            more = at < to && bytes[at++] == delimiter;
        }
        if (column != columns) {
            ragged(batch, row, column, starts);
        }
        if (at - from > limits.maxRowBytes()) {
            throw TableException.inRow(
                    file,
                    batch.firstRow() + row,
                    "has " + (at - from) + " bytes, the limit is " + limits.maxRowBytes());
        }
        return at;
    }

    private int blankUntil(byte[] bytes, int at, int to) {
        if (bytes[at] == lineBreak) {
            return at + 1;
        }
        if (bytes[at] != '\r') {
            return at;
        }
        return at + 1 == to ? to : bytes[at + 1] == lineBreak ? at + 2 : at;
    }

    private int closing(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (bytes[i] == quote && (escape != quote || i + 1 == to || bytes[i + 1] != quote)) {
                return i;
            }
            i += bytes[i] == escape ? 2 : 1;
        }
        throw new IllegalStateException(file + ": an unclosed quote was not seen; this is an error in the reader");
    }

    /** Moves a quoted cell together over its escapes. Returns its length. */
    private int unescape(byte[] bytes, int start, int close) {
        int first = start;
        while (first < close && bytes[first] != escape) {
            first++;
        }
        int into = first;
        for (int i = first; i < close; i++) {
            if (bytes[i] == escape && i + 1 < close && (bytes[i + 1] == quote || bytes[i + 1] == escape)) {
                i++;
            }
            bytes[into++] = bytes[i];
        }
        return into - start;
    }

    private int afterQuote(Batch batch, byte[] bytes, int from, int to, int row, int column) throws TableException {
        int at = from;
        while (skipSpace && at < to && bytes[at] == ' ') {
            at++;
        }
        if (at < to && bytes[at] == '\r' && (at + 1 == to || bytes[at + 1] == lineBreak)) {
            at++;
        }
        if (at < to && !stops[bytes[at] & 0xff]) {
            throw inCell(
                    batch,
                    row,
                    column,
                    "a closing quote is followed by '" + (char) (bytes[at] & 0xff) + "', must be by '"
                            + (char) delimiter + "' or a line break; is the dialect right?");
        }
        return at;
    }

    private boolean isNull(byte[] bytes, int start, int length) {
        if (length == 0) {
            return emptyIsNull;
        }
        for (byte[] each : nulls) {
            if (each.length == length && matches(bytes, start, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int start, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (bytes[start + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private void ragged(Batch batch, int row, int cells, int[][] starts) {
        for (int i = cells; i < starts.length; i++) {
            starts[i][row] = -1;
        }
        batch.ragged().add(batch.firstRow() + row, cells, starts.length);
    }

    private void checkEncoding(Batch batch, byte[] bytes, int to) throws TableException {
        int wrong = Utf8.firstInvalid(bytes, 0, to);
        if (wrong < 0) {
            return;
        }
        int at = 0;
        int row = 0;
        int[][] starts = new int[targets.length][batch.rows()];
        int[][] lengths = new int[targets.length][batch.rows()];
        while (at <= wrong) {
            int lineEnd = blankUntil(bytes, at, to);
            if (lineEnd > at) {
                at = lineEnd;
                continue;
            }
            at = decodeRow(batch, bytes, at, to, row++, starts, lengths);
        }
        int column = 0;
        while (column + 1 < targets.length
                && starts[column + 1][row - 1] >= 0
                && starts[column + 1][row - 1] <= wrong) {
            column++;
        }
        throw inCell(
                batch,
                row - 1,
                column,
                "the byte 0x" + Integer.toHexString(bytes[wrong] & 0xff)
                        + " is not valid in the text's encoding (UTF-8 unless stated); state the right one");
    }

    private TableException tooLong(Batch batch, int row, int column, int length) {
        return inCell(batch, row, column, "has " + length + " bytes, the limit is " + limits.maxCellBytes());
    }

    private TableException inCell(Batch batch, int row, int column, String what) {
        String name = column < targets.length ? batch.names().get(targets[column]) : "number " + (column + 1);
        return TableException.inCell(file, batch.firstRow() + row, name, what);
    }
}
