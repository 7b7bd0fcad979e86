/**
 * What came from what: which data a run read and wrote, in which version, and how good it was.
 *
 * <p>Start at {@link io.weir.lineage.LineageEvent}, an OpenLineage event. A {@link io.weir.lineage.DatasetVersion} names
 * data so that it can be told apart from any other: by a hash of its rows in any order ({@link
 * io.weir.lineage.RowSetHash}), a tree of hashes over its files ({@link io.weir.lineage.FileTree}), a DVC file ({@link
 * io.weir.lineage.DvcFile}) or a lakeFS reference ({@link io.weir.lineage.LakeFsReference}). Paths that come from a file or
 * a parameter go through {@link io.weir.lineage.Workspace} and can't leave it.
 *
 * <p>Depends on {@code table} and {@code json}; knows neither Jenkins nor Elasticsearch.
 */
@NullMarked
package io.weir.lineage;

import org.jspecify.annotations.NullMarked;
