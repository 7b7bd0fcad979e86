package io.weir.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A table that is read once, batch by batch, by any number of threads.
 *
 * <p>Taking a batch has two steps: {@link #claim} reads the bytes of the next rows, one thread at a time and in the order
 * of the file; {@link Batch#decode} finds the cells in them, all threads at once. {@link #next} does both. A batch belongs to
 * the thread that asked for it and is used again with its next call.
 */
public interface Table extends Closeable {
    /** Names of the columns known so far, unique, in the order of the batches' columns. Only JSON Lines finds more later. */
    List<String> columns();

    /**
     * Claims the next rows for a batch.
     *
     * @return false at the end of the table
     * @throws TableException if the data is damaged or beyond a limit
     * @throws java.io.InterruptedIOException if the thread is interrupted
     */
    boolean claim(Batch batch) throws IOException;

    /** Claims and decodes; see {@link #claim} and {@link Batch#decode}. */
    default boolean next(Batch batch) throws IOException {
        if (!claim(batch)) {
            return false;
        }
        batch.decode();
        return true;
    }

    /** Bytes of the files that were read so far, compressed as they are. */
    long bytesRead();

    /** Bytes of all the files. */
    long bytesTotal();

    /** Columns that can't be read as one value per row, such as lists in Parquet, and are left out. */
    default List<String> skippedColumns() {
        return List.of();
    }
}
