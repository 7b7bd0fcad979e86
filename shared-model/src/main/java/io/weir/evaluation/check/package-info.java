/**
 * Checks of the data behind an evaluation: features that give the label away, rows that occur twice, test rows that the
 * model was trained on.
 *
 * <p>Start at {@link io.weir.evaluation.check.LabelLeak} and {@link io.weir.evaluation.check.RowOverlap}. Depends on {@code metric},
 * {@code slice} and {@code verdict}.
 */
@NullMarked
package io.weir.evaluation.check;

import org.jspecify.annotations.NullMarked;
