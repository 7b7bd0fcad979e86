package io.weir.validation;

import io.weir.table.TableOptions;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a run needs beyond schema and data.
 *
 * @param root folder that lookups may read from, and nothing above it
 * @param temporary folder for what does not fit into memory
 * @param maxTemporaryBytes most bytes there, for keys and for failing rows each
 * @param environment columns that are absent in it need not be there; empty for none
 * @param now what freshness and {@code now()} are measured from
 * @param lookupOptions how files of lookups are read
 */
public record ValidationSettings(
        Path root,
        Path temporary,
        long maxTemporaryBytes,
        String environment,
        Instant now,
        TableOptions lookupOptions) {

    /** Enough for the keys of some 100 million rows. */
    public static final long DEFAULT_MAX_TEMPORARY_BYTES = 8L << 30;

    /** The usual ones. */
    public static ValidationSettings of(Path root, Path temporary, Instant now) {
        return new ValidationSettings(root, temporary, DEFAULT_MAX_TEMPORARY_BYTES, "", now, TableOptions.DEFAULT);
    }

    /** The same in an environment. */
    public ValidationSettings in(String name) {
        return new ValidationSettings(root, temporary, maxTemporaryBytes, name, now, lookupOptions);
    }
}
