package io.weir.table;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Data that can't be read; the message says in which file, row and column, what is wrong, and what to do. */
public final class TableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long row;
    private final @Nullable String column;

    private TableException(String file, long row, @Nullable String column, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file;
        this.row = row;
        this.column = column;
    }

    /** Something is wrong with a file as a whole. */
    public static TableException inFile(String file, String what) {
        return new TableException(file, 0, null, file + ": " + what, null);
    }

    /** Something is wrong with a file as a whole, found by another library. */
    public static TableException inFile(String file, String what, Throwable cause) {
        return new TableException(file, 0, null, file + ": " + what, cause);
    }

    /** Something is wrong with one row; the first below the header is row 1. */
    public static TableException inRow(String file, long row, String what) {
        return new TableException(file, row, null, file + ", row " + row + ": " + what, null);
    }

    /** Something is wrong with one cell. */
    public static TableException inCell(String file, long row, String column, String what) {
        return new TableException(
                file, row, column, file + ", row " + row + ", column '" + column + "': " + what, null);
    }

    /** Name of the file, relative to the folder that was searched. */
    public String file() {
        return file;
    }

    /** The row, from 1, or 0 if it is about the whole file. */
    public long row() {
        return row;
    }

    /** Name of the column, or null if it is about the whole row or file. */
    public @Nullable String column() {
        return column;
    }
}
