package io.weir.table;

import java.io.Closeable;
import java.io.IOException;

/** The rows of one Parquet file, batch by batch. Called by one thread at a time. */
interface ParquetRows extends Closeable {
    /** Goes on to the next rows and says how many there are: 0 at the end. */
    int next() throws IOException;

    /** The values of a column in these rows, which stay valid when the reader goes on. */
    Values values(int column);

    /** Values that are still to be made cells of. */
    interface Values {
        /** Fills {@code into}; may be called by any thread. */
        void decode(Batch batch, Cells into, String name, Limits limits) throws TableException;
    }
}
