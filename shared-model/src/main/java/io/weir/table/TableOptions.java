package io.weir.table;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How files are to be read. What is null is found out: the format from the name, the dialect and byte order mark from the
 * first {@value DialectDetector#SAMPLE} bytes.
 *
 * @param format how the table is written down
 * @param dialect punctuation of delimited text
 * @param charset of text without a byte order mark; null means UTF-8
 * @param header whether the first row of delimited text holds the columns' names
 * @param names the columns' names if there is no header; empty for {@code column_1}, {@code column_2}…
 * @param nulls what an unquoted cell of delimited text says when the value is missing
 * @param limits what is refused
 */
public record TableOptions(
        @Nullable Format format,
        @Nullable Dialect dialect,
        @Nullable Charset charset,
        boolean header,
        List<String> names,
        List<String> nulls,
        Limits limits) {

    /** Everything found out, a header, and only the empty cell is a missing value: "NA" may be Namibia. */
    public static final TableOptions DEFAULT =
            new TableOptions(null, null, null, true, List.of(), List.of(""), Limits.DEFAULT);

    /** Copies the lists. */
    public TableOptions {
        names = List.copyOf(names);
        nulls = List.copyOf(nulls);
    }

    /** The same, but the format is stated. */
    public TableOptions withFormat(@Nullable Format stated) {
        return new TableOptions(stated, dialect, charset, header, names, nulls, limits);
    }

    /** The same, but the dialect is stated. */
    public TableOptions withDialect(@Nullable Dialect stated) {
        return new TableOptions(format, stated, charset, header, names, nulls, limits);
    }

    /** The same, but the encoding is stated. */
    public TableOptions withCharset(@Nullable Charset stated) {
        return new TableOptions(format, dialect, stated, header, names, nulls, limits);
    }

    /** The same, without a header; the names may be empty. */
    public TableOptions withoutHeader(List<String> stated) {
        return new TableOptions(format, dialect, charset, false, stated, nulls, limits);
    }

    /** The same, but these unquoted cells mean a missing value; include {@code ""} if the empty one does, too. */
    public TableOptions withNulls(List<String> stated) {
        return new TableOptions(format, dialect, charset, header, names, stated, limits);
    }

    /** The same with other limits. */
    public TableOptions withLimits(Limits stated) {
        return new TableOptions(format, dialect, charset, header, names, nulls, stated);
    }
}
