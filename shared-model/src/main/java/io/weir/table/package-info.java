/**
 * Tables in files, read once and in pieces: {@link io.weir.table.Tables} opens CSV, TSV, JSON Lines and Parquet, one file,
 * a folder or a glob, as a {@link io.weir.table.Table} whose {@link io.weir.table.Batch}es hold some thousand rows column by
 * column. Any number of threads may take batches at once; memory does not grow with the rows.
 *
 * <p>Nothing here starts threads of its own except the Parquet library, knows what the values mean, or reads outside the
 * folder that it is given.
 */
@NullMarked
package io.weir.table;

import org.jspecify.annotations.NullMarked;
