package io.weir.table;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.schema.ColumnSchema;
import dev.hardwood.schema.FileSchema;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** One Parquet file. Fields of structures are columns whose names are joined by dots; lists and maps are left out. */
final class ParquetTable implements Table {
    /** Cells of one batch: their arrays fit into a core's second-level cache. */
    private static final int BATCH_CELLS = 1 << 16;

    private static final int MAX_BATCH_ROWS = 1 << 12;
    private static final int MIN_BATCH_ROWS = 1 << 6;

    private final DataFile file;
    private final Limits limits;
    private final List<String> columns;
    private final List<String> skipped = new ArrayList<>();
    private final List<ColumnSchema> schemas = new ArrayList<>();
    private final int[] targets;
    private final ByteCount read;
    private final long total;
    private final long rowsTotal;
    private final PageRows source;
    private long rows;

    /** Opens a file; see {@link CsvTable} for {@code names}. */
    ParquetTable(DataFile file, TableOptions options, ColumnNames names, ByteCount read) throws IOException {
        this.file = file;
        this.limits = options.limits();
        this.read = read;
        this.total = Files.size(file.path());
        refuseForeign();
        try (ParquetFileReader footer = ParquetFileReader.open(InputFile.of(file.path()))) {
            List<RowGroup> groups = footer.getFileMetaData().rowGroups();
            this.rowsTotal = footer.getFileMetaData().numRows();
            refuseBomb(groups);
            List<String> found = chooseColumns(footer.getFileSchema());
            refuseCodecs(groups);
            this.columns = names.adopt(found, file.name());
            this.targets = names.places(found);
            int batchRows = Math.clamp(BATCH_CELLS / found.size(), MIN_BATCH_ROWS, MAX_BATCH_ROWS);
            this.source = new PageRows(file.path(), groups, schemas, batchRows, limits);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private void refuseForeign() throws IOException {
        byte[] magic;
        try (var in = Files.newInputStream(file.path())) {
            magic = in.readNBytes(4);
        }
        String found = new String(magic, StandardCharsets.ISO_8859_1);
        if (!found.equals("PAR1")) {
            throw TableException.inFile(
                    file.name(),
                    total == 0
                            ? "is empty; a Parquet file has at least a footer"
                            : found.equals("PARE")
                                    ? "is an encrypted Parquet file; decrypt it first"
                                    : "is no Parquet file: it doesn't begin with PAR1");
        }
    }

    /** The sizes in the footer are what the pages say again; a footer that lies is found by the reader. */
    private void refuseBomb(List<RowGroup> groups) throws TableException {
        long bytes = 0;
        for (RowGroup group : groups) {
            bytes += group.totalByteSize();
        }
        if (bytes > Limits.EXPANSION_FREE && bytes / limits.maxExpansion() > total) {
            throw TableException.inFile(
                    file.name(),
                    total + " bytes would become " + bytes + ", over the limit of " + limits.maxExpansion() + ":1");
        }
    }

    private List<String> chooseColumns(FileSchema schema) throws TableException {
        List<String> found = new ArrayList<>();
        for (ColumnSchema column : schema.getColumns()) {
            String name = column.fieldPath().toString();
            if (column.maxRepetitionLevel() > 0) {
                skipped.add(name);
            } else {
                schemas.add(column);
                found.add(name);
            }
        }
        if (found.isEmpty() || found.size() > limits.maxColumns()) {
            throw TableException.inFile(
                    file.name(),
                    "has " + found.size() + " columns of single values, must be from 1 to " + limits.maxColumns());
        }
        return found;
    }

    private void refuseCodecs(List<RowGroup> groups) throws TableException {
        for (RowGroup group : groups) {
            for (ColumnSchema schema : schemas) {
                CompressionCodec codec =
                        group.columns().get(schema.columnIndex()).metaData().codec();
                if (!PageCodec.knows(codec)) {
                    throw TableException.inFile(
                            file.name(),
                            "column '" + schema.fieldPath() + "' is compressed with " + codec
                                    + ", must be snappy, zstd, gzip or none; write the file anew");
                }
            }
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public List<String> skippedColumns() {
        return List.copyOf(skipped);
    }

    @Override
    public synchronized boolean claim(Batch batch) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading " + file.name() + " was stopped");
        }
        try {
            int count = source.next();
            if (count == 0) {
                return atEnd();
            }
            batch.begin(file.name(), rows + 1, count, columns);
            PageRows.Values[] taken = new PageRows.Values[targets.length];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = source.values(i);
            }
            batch.defer(each -> decode(each, taken), 0);
            rows += count;
            read.add(total * rows / Math.max(rowsTotal, 1) - total * (rows - count) / Math.max(rowsTotal, 1));
            return true;
        } catch (ClosedByInterruptException e) {
            throw new InterruptedIOException("reading " + file.name() + " was stopped");
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private boolean atEnd() throws TableException {
        if (rows != rowsTotal) {
            throw TableException.inFile(
                    file.name(), "ends after " + rows + " rows, its footer says " + rowsTotal + "; is it whole?");
        }
        return false;
    }

    private void decode(Batch batch, PageRows.Values[] taken) throws TableException {
        for (int i = 0; i < taken.length; i++) {
            try {
                taken[i].decode(batch, batch.column(targets[i]), columns.get(targets[i]), limits);
            } catch (RuntimeException e) {
                throw damaged(e);
            }
        }
    }

    private TableException damaged(Exception cause) {
        if (cause instanceof TableException known) {
            return known;
        }
        String what = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return TableException.inFile(file.name(), "can't be read as Parquet after row " + rows + ": " + what, cause);
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
        source.close();
    }
}
