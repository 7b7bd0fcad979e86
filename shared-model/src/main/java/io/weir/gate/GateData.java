package io.weir.gate;

import org.jspecify.annotations.Nullable;

/**
 * The data that a gate looked at.
 *
 * @param rows of all files
 * @param columns of each
 * @param bytes of all files, as they lie on the disk
 * @param files how many
 * @param digest the data's version, as {@code io.weir.lineage} writes it, or null if it was not asked for
 */
public record GateData(
        long rows,
        int columns,
        long bytes,
        int files,
        @Nullable String digest) {}
