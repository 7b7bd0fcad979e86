package io.weir.table;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Files one after the other as one table; at most one is open. */
final class FilesTable implements Table {
    private final List<DataFile> files;
    private final TableOptions options;
    private final ColumnNames names;
    private final ByteCount read = new ByteCount();
    private final long total;
    private int next = 1;
    private Table current;

    FilesTable(List<DataFile> files, TableOptions options) throws IOException {
        this.files = files;
        this.options = options;
        this.names = new ColumnNames(options.limits().maxColumns());
        long bytes = 0;
        for (DataFile file : files) {
            bytes += Files.size(file.path());
        }
        this.total = bytes;
        this.current = Tables.openOne(files.getFirst(), options, names, read);
    }

    @Override
    public synchronized List<String> columns() {
        return names.names();
    }

    @Override
    public synchronized List<String> skippedColumns() {
        return current.skippedColumns();
    }

    @Override
    public synchronized boolean claim(Batch batch) throws IOException {
        while (!current.claim(batch)) {
            if (next == files.size()) {
                return false;
            }
            // What was claimed of the old file lies in the batches' own buffers.
            current.close();
            current = Tables.openOne(files.get(next++), options, names, read);
        }
        return true;
    }

    @Override
    public long bytesRead() {
        return read.get();
    }

    @Override
    public long bytesTotal() {
        return total;
    }

    @Override
    public synchronized void close() throws IOException {
        current.close();
    }
}
