package io.weir.table;

import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file's values by the library whose reading of the footer we use, to compare ours with. */
final class LibraryRows implements AutoCloseable {
    private final List<ColumnSchema> schemas;
    private final ColumnReaders readers;

    LibraryRows(ParquetFileReader reader, List<ColumnSchema> schemas, int batchRows) {
        this.schemas = schemas;
        this.readers = reader.buildColumnReaders(ColumnProjection.columns(schemas.stream()
                        .map(schema -> schema.fieldPath().toString())
                        .toArray(String[]::new)))
                .batchSize(batchRows)
                .build();
    }

    int next() {
        return readers.nextBatch() ? readers.getRecordCount() : 0;
    }

    PageRows.Values values(int column) {
        ColumnReader reader = readers.getColumnReader(column);
        ColumnSchema schema = schemas.get(column);
        int count = readers.getRecordCount();
        boolean[] missing = missing(reader.getLeafValidity(), count);
        return switch (schema.type()) {
            case BOOLEAN -> new ParquetCells(schema, missing, reader.getBooleans(), count);
            case INT32 -> new ParquetCells(schema, missing, reader.getInts(), count);
            case INT64 -> new ParquetCells(schema, missing, reader.getLongs(), count);
            case FLOAT -> new ParquetCells(schema, missing, reader.getFloats(), count);
            case DOUBLE -> new ParquetCells(schema, missing, reader.getDoubles(), count);
            case INT96, BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY ->
                new ParquetCells(schema, missing, bytes(schema.type(), reader, missing, count), count);
        };
    }

    private static ParquetBytes bytes(PhysicalType type, ColumnReader reader, boolean @Nullable [] missing, int count) {
        int[] offsets = reader.getBinaryOffsets();
        if (offsets == null) {
            throw new IllegalStateException("no values of " + type + " were read");
        }
        int[] starts = new int[count];
        int[] lengths = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = missing != null && missing[i] ? ParquetBytes.MISSING : offsets[i];
            lengths[i] = offsets[i + 1] - offsets[i];
        }
        return new ParquetBytes(reader.getBinaryValues(), starts, lengths, false);
    }

    private static boolean @Nullable [] missing(Validity validity, int count) {
        if (!validity.hasNulls()) {
            return null;
        }
        boolean[] missing = new boolean[count];
        for (int i = 0; i < count; i++) {
            missing[i] = validity.isNull(i);
        }
        return missing;
    }

    @Override
    public void close() {
        readers.close();
    }
}
