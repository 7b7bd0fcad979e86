package io.weir.table;

import java.nio.file.Path;

/**
 * One file of a table.
 *
 * @param path where it is, without symbolic links
 * @param name what messages call it: the path relative to the searched folder, with slashes
 */
public record DataFile(Path path, String name) {}
