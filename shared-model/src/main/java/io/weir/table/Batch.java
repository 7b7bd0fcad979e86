package io.weir.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some thousand rows in a row, column by column. Made once per thread and filled again and again; what it hands out is valid
 * until then. Not safe for use by two threads at once.
 */
public final class Batch {
    private final List<Cells> columns = new ArrayList<>();
    private List<String> names = List.of();
    private String file = "";
    private long firstRow = 1;
    private int rows;
    private final Ragged ragged = new Ragged();
    private byte[] buffer = {};
    private int size;
    private @Nullable Decoder pending;

    /** An empty batch. */
    public Batch() {}

    /** What finds the cells in the claimed bytes. */
    interface Decoder {
        void decode(Batch batch) throws IOException;
    }

    /**
     * Finds the cells in the claimed bytes; does nothing if that was done.
     *
     * @throws TableException naming file, row and column of what can't be read
     */
    public void decode() throws IOException {
        Decoder decoder = pending;
        pending = null;
        if (decoder != null) {
            decoder.decode(this);
        }
    }

    /** Rows in this batch. */
    public int rows() {
        return rows;
    }

    /** Number of the first row within its file; the first below the header is 1. */
    public long firstRow() {
        return firstRow;
    }

    /** The file that all rows of this batch come from. */
    public String file() {
        return file;
    }

    /** Names of the columns; what {@link Table#columns} says, or more. */
    public List<String> names() {
        return names;
    }

    /** Number of columns. */
    public int columnCount() {
        return names.size();
    }

    /** A column, by position in {@link #names}. */
    public Cells column(int index) {
        return columns.get(index);
    }

    /** Rows of this batch with more or fewer cells than there are columns. */
    public Ragged ragged() {
        return ragged;
    }

    void begin(String ofFile, long first, int count, List<String> columnNames) {
        file = ofFile;
        firstRow = first;
        rows = count;
        ragged.clear();
        setNames(columnNames);
    }

    void setNames(List<String> columnNames) {
        names = columnNames;
        while (columns.size() < columnNames.size()) {
            columns.add(new Cells());
        }
    }

    void setRows(int count) {
        rows = count;
    }

    /** What remains to be done with the first {@code bytes} of the buffer. */
    void defer(Decoder decoder, int bytes) {
        pending = decoder;
        size = bytes;
    }

    int size() {
        return size;
    }

    byte[] buffer() {
        return buffer;
    }

    void setBuffer(byte[] larger) {
        buffer = larger;
    }
}
