package io.weir.table;

/**
 * What a reader refuses, so that one damaged or hostile file can't take the machine down.
 *
 * @param maxRowBytes longest row, in bytes of UTF-8; a buffer of this size may be held per thread
 * @param maxCellBytes longest cell, in bytes of UTF-8
 * @param maxColumns most columns
 * @param maxExpansion most bytes that one compressed byte may stand for, once {@link #EXPANSION_FREE} bytes came out
 * @param maxFiles most files of one table
 */
public record Limits(int maxRowBytes, int maxCellBytes, int maxColumns, int maxExpansion, int maxFiles) {
    /** So much may come out of a compressed file before its ratio counts: small files compress to almost nothing. */
    public static final long EXPANSION_FREE = 64L << 20;

    /**
     * 16 MiB a row, 4 MiB a cell, 16,384 columns, 500:1 expansion, 10,000 files. DuckDB refuses lines above 2 MiB; gzip
     * can't reach more than 1,032:1, and tables compress 3:1 to 100:1.
     */
    public static final Limits DEFAULT = new Limits(16 << 20, 4 << 20, 16_384, 500, 10_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a limit is below 1, or a row could be longer than 1 GiB
     */
    public Limits {
        if (maxRowBytes < 1 || maxCellBytes < 1 || maxColumns < 1 || maxExpansion < 1 || maxFiles < 1) {
            throw new IllegalArgumentException("each limit must be at least 1: " + maxRowBytes + ", " + maxCellBytes
                    + ", " + maxColumns + ", " + maxExpansion + ", " + maxFiles);
        }
        if (maxRowBytes > 1 << 30) {
            throw new IllegalArgumentException("maxRowBytes is " + maxRowBytes + ", must be at most " + (1 << 30));
        }
    }
}
