package io.weir.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/** One file of delimited text. */
final class CsvTable implements Table {
    private final String file;
    private final List<String> columns;
    private final TextChunks chunks;
    private final CsvDecoder decoder;
    private final ByteCount read;
    private final long total;

    /**
     * Opens a file.
     *
     * @param names the columns of the table that this file is a part of
     */
    static CsvTable open(DataFile file, TableOptions options, ColumnNames names, ByteCount read) throws IOException {
        InputStream in = OpenFile.text(file, options.charset(), options.limits(), read);
        return new CsvTable(file.name(), in, Files.size(file.path()), options, names, read);
    }

    /** Reads UTF-8 from a stream, which is closed with the table. */
    CsvTable(String file, InputStream in, long total, TableOptions options, ColumnNames names, ByteCount read)
            throws IOException {
        this.file = file;
        this.read = read;
        this.total = total;
        try {
            CsvHead head = CsvHead.read(file, in, options);
            this.columns = names.adopt(head.names(), file);
            int[] targets = names.places(head.names());
            RecordScan scan = new RecordScan(head.dialect(), head.lineBreak());
            this.chunks = new TextChunks(file, in, head.rest(), scan, options.limits());
            this.decoder =
                    new CsvDecoder(file, head.dialect(), head.lineBreak(), options.nulls(), targets, options.limits());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public synchronized boolean claim(Batch batch) throws IOException {
        int size;
        do {
            size = chunks.fill(batch);
        } while (size >= 0 && chunks.rowsInPiece() == 0);
        if (size < 0) {
            return false;
        }
        batch.begin(file, chunks.takeRowNumber(), chunks.rowsInPiece(), columns);
        batch.defer(decoder, size);
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
        chunks.close();
    }
}
