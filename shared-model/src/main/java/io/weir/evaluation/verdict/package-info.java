/**
 * Thresholds that take uncertainty into account: pass, fail, or not enough evidence and how many more rows would settle it.
 *
 * <p>Start at {@link io.weir.evaluation.verdict.Threshold}. Depends on {@code interval} and {@code metric}.
 */
@NullMarked
package io.weir.evaluation.verdict;

import org.jspecify.annotations.NullMarked;
