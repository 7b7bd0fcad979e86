package io.weir.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Opens files as tables. */
public final class Tables {
    private Tables() {}

    /**
     * Opens what a pattern names inside a folder, as one table; see {@link DataFiles#find} for patterns and {@link
     * TableOptions} for what is found out. All files must have the columns of the first one, in any order.
     *
     * @param root the folder that is not left
     * @throws TableException if nothing matches, the pattern leads out of the folder, or the first file can't be read
     */
    public static Table open(Path root, String pattern, TableOptions options) throws IOException {
        return open(DataFiles.find(root, pattern, options.limits()), options);
    }

    /** Opens files as one table, in the given order. */
    public static Table open(List<DataFile> files, TableOptions options) throws IOException {
        return new FilesTable(files, options);
    }

    static Table openOne(DataFile file, TableOptions options, ColumnNames names, ByteCount read) throws IOException {
        Format format = options.format() == null ? Format.of(file.name()) : options.format();
        return switch (format) {
            case CSV -> new CsvTable(file, options, names, read);
            case JSON_LINES -> new JsonLinesTable(file, options, names, read);
            case PARQUET -> new ParquetTable(file, options, names, read);
        };
    }
}
