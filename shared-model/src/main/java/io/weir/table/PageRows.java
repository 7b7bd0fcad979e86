package io.weir.table;

import dev.hardwood.metadata.RowGroup;
import dev.hardwood.schema.ColumnSchema;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of one Parquet file, batch by batch, without a copy of a text: cells are slices of the pages and dictionaries, of
 * which one each is in memory for each column. A batch ends where any column's page does. Called by one thread at a time.
 */
final class PageRows implements Closeable {
    /** Values that are still to be made cells of. */
    interface Values {
        /** Fills {@code into}; may be called by any thread. */
        void decode(Batch batch, Cells into, String name, Limits limits) throws TableException;
    }

    private final FileChannel channel;
    private final Iterator<RowGroup> groups;
    private final List<ColumnSchema> schemas;
    private final int batchRows;
    private final Limits limits;
    private final List<ColumnPages> columns = new ArrayList<>();
    private long left;
    private int rows;

    PageRows(Path file, List<RowGroup> groups, List<ColumnSchema> schemas, int batchRows, Limits limits)
            throws IOException {
        this.groups = groups.iterator();
        this.schemas = schemas;
        this.batchRows = batchRows;
        this.limits = limits;
        this.channel = FileChannel.open(file);
    }

    /** Goes on to the next rows and says how many there are: 0 at the end. */
    int next() throws IOException {
        while (left == 0) {
            if (!groups.hasNext()) {
                return 0;
            }
            open(groups.next());
        }
        rows = (int) Math.min(batchRows, left);
        for (int i = 0; i < columns.size(); i++) {
            int atHand = columns.get(i).rowsAtHand();
            if (atHand == 0) {
                throw new IOException(
                        "column '" + schemas.get(i).fieldPath() + "' ends " + left + " rows before its row group does");
            }
            rows = Math.min(rows, atHand);
        }
        left -= rows;
        return rows;
    }

    private void open(RowGroup group) {
        left = group.numRows();
        columns.clear();
        for (ColumnSchema schema : schemas) {
            columns.add(new ColumnPages(channel, group.columns().get(schema.columnIndex()), schema, limits));
        }
    }

    /** The values of a column in these rows, which stay valid when the reader goes on. */
    Values values(int column) {
        return columns.get(column).take(rows);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
