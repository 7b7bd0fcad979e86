/**
 * How far two distributions are apart, by exact and named variants. Start at
 * {@link io.weir.drift.distance.NumericDistribution} and {@link io.weir.drift.distance.CategoricalDistribution}: raw values,
 * sketches, histograms and profile columns all serve them, so that one code compares whatever there is.
 *
 * <p>Two numeric distributions are compared directly ({@link io.weir.drift.distance.CumulativeDistances}) or cut into
 * {@link io.weir.drift.distance.Cells} by a {@link io.weir.drift.distance.BinRule}; cells, of numbers or of categories, are
 * compared by a {@link io.weir.drift.distance.CellDistance}. Nothing here judges: see {@code io.weir.drift}.
 */
@NullMarked
package io.weir.drift.distance;

import org.jspecify.annotations.NullMarked;
