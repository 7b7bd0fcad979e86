package io.weir.validation;

import io.weir.table.Batch;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread's part of a {@link FailureFile}. */
final class FailureLog implements Closeable {
    private static final int MAX_VALUE = 10_000;
    private static final int MAX_LINES = 10_000;

    /** Sorts behind the name of any file. */
    private static final String LAST = "\uFFFF";

    private final FailureFile whole;
    private final Path path;
    private final OutputStream out;
    private final List<FailureFile.Block> blocks = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private String file = "";
    private long firstRow;
    private long written;

    FailureLog(FailureFile whole, Path path) throws IOException {
        this.whole = whole;
        this.path = path;
        this.out = new BufferedOutputStream(Files.newOutputStream(path));
    }

    private record Line(long row, byte[] text) {}

    /** What follows is about this batch. */
    void begin(Batch batch) throws IOException {
        flush();
        file = batch.file();
        firstRow = batch.firstRow();
    }

    /** What follows is found after all batches, and stands at the end of the file; may be called as often as one likes. */
    void late() throws IOException {
        if (!file.equals(LAST) || lines.size() >= MAX_LINES) {
            flush();
            file = LAST;
            firstRow++;
        }
    }

    /** A failing value. */
    void add(String inFile, long row, @Nullable String column, @Nullable String value, String rule) {
        StringBuilder line = new StringBuilder();
        append(line, inFile).append(',').append(row).append(',');
        append(line, column).append(',');
        append(line, value == null || value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE) + "…")
                .append(',');
        append(line, rule).append('\n');
        byte[] text = line.toString().getBytes(StandardCharsets.UTF_8);
        if (whole.reserve(text.length)) {
            lines.add(new Line(row, text));
        }
    }

    private static StringBuilder append(StringBuilder line, @Nullable String cell) {
        if (cell == null) {
            return line;
        }
        boolean quoted = cell.isEmpty();
        for (int i = 0; i < cell.length() && !quoted; i++) {
            char c = cell.charAt(i);
            quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        return quoted ? line.append('"').append(cell.replace("\"", "\"\"")).append('"') : line.append(cell);
    }

    private void flush() throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        // Checks look at a batch one after another; a person reads row by row.
        lines.sort(Comparator.comparingLong(Line::row));
        long start = written;
        for (Line line : lines) {
            out.write(line.text());
            written += line.text().length;
        }
        lines.clear();
        blocks.add(new FailureFile.Block(file, firstRow, path, start, written - start));
    }

    List<FailureFile.Block> finish() throws IOException {
        flush();
        out.flush();
        return blocks;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
