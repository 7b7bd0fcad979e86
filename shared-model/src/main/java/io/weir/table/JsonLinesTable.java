package io.weir.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/**
 * One file of JSON objects, one a line. The columns are the objects' fields, those of nested objects joined by dots; lists
 * are text. Fields may come and go: the first piece of the file names the columns, later pieces add more.
 */
final class JsonLinesTable implements Table {
    private static final Dialect NO_QUOTES = new Dialect(',', Dialect.NONE, Dialect.NONE, false);

    private final DataFile file;
    private final TextChunks chunks;
    private final JsonDecoder decoder;
    private final ColumnNames names;
    private final ByteCount read;
    private final long total;

    /** Opens a file and reads enough of it to know its columns. */
    JsonLinesTable(DataFile file, TableOptions options, ColumnNames names, ByteCount read) throws IOException {
        this.file = file;
        this.read = read;
        this.total = Files.size(file.path());
        this.names = names;
        this.decoder = new JsonDecoder(file.name(), names, options.limits());
        InputStream in = OpenFile.text(file, options.charset(), options.limits(), read);
        try {
            byte[] sample = in.readNBytes(DialectDetector.SAMPLE);
            if (sample.length == 0) {
                throw TableException.inFile(file.name(), "is empty; there is not even one line");
            }
            decoder.findColumns(sample, sample.length < DialectDetector.SAMPLE);
            this.chunks =
                    new TextChunks(file.name(), in, sample, new RecordScan(NO_QUOTES, (byte) '\n'), options.limits());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public List<String> columns() {
        return names.names();
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
        batch.begin(file.name(), chunks.takeRowNumber(), chunks.rowsInPiece(), names.names());
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
