package io.weir.table;

import java.util.Locale;

/** How a table is written down. */
public enum Format {
    /** Delimited text, by whatever delimiter: comma, tab, semicolon, bar. */
    CSV,
    /** One JSON object per line. */
    JSON_LINES,
    /** Apache Parquet. */
    PARQUET;

    /**
     * The format that a file name stands for.
     *
     * @throws TableException if its ending is unknown
     */
    static Format of(String file) throws TableException {
        String name = file.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|gzip|zst|zstd)$", "");
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".tab") || name.endsWith(".txt")) {
            return CSV;
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return JSON_LINES;
        }
        if (name.endsWith(".parquet") || name.endsWith(".parq")) {
            return PARQUET;
        }
        throw TableException.inFile(
                file,
                "its ending names no known format; known are csv, tsv, tab, txt, jsonl, ndjson and parquet,"
                        + " each also with .gz or .zst except parquet; or state the format");
    }
}
