package io.weir.table;

import java.io.IOException;
import java.io.InputStream;
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

    /**
     * Reads delimited text in UTF-8 from a stream, such as a pipe; the stream is closed with the table, its size is unknown
     * and said to be 0.
     *
     * @param name what messages call it
     */
    public static Table ofCsv(String name, InputStream in, TableOptions options) throws IOException {
        ByteCount read = new ByteCount();
        InputStream counted = new OpenFile.Counting(in, read);
        return new CsvTable(
                name, counted, 0, options, new ColumnNames(options.limits().maxColumns()), read);
    }

    static Table openOne(DataFile file, TableOptions options, ColumnNames names, ByteCount read) throws IOException {
        Format format = options.format() == null ? Format.of(file.name()) : options.format();
        return switch (format) {
            case CSV -> CsvTable.open(file, options, names, read);
            case JSON_LINES -> new JsonLinesTable(file, options, names, read);
            case PARQUET -> new ParquetTable(file, options, names, read);
        };
    }
}
