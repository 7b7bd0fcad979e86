/**
 * Parts of the rows: by columns and their intersections, and the search for the parts where a model is worst.
 *
 * <p>Start at {@link io.weir.evaluation.slice.Partition} and {@link io.weir.evaluation.slice.WeakestSlices}. Depends on no other
 * package of the evaluation but {@code metric}.
 */
@NullMarked
package io.weir.evaluation.slice;

import org.jspecify.annotations.NullMarked;
