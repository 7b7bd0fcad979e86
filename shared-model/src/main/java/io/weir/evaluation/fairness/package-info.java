/**
 * Whether a model treats groups of people alike: rates by group, disparities with intervals, and the measures by their
 * usual names.
 *
 * <p>Start at {@link io.weir.evaluation.fairness.Fairness}. A group that is too small for a statement gets none, never a pass.
 * Depends on {@code metric}, {@code interval}, {@code slice} and {@code verdict}.
 */
@NullMarked
package io.weir.evaluation.fairness;

import org.jspecify.annotations.NullMarked;
