/**
 * What a model that can be called leans on, and how it bears noise and missing values.
 *
 * <p>Start at {@link io.weir.evaluation.explain.Model}; an {@link io.weir.evaluation.explain.Objective} is what its scores are judged
 * by. Random numbers come from an injected seed only. Depends on {@code metric}, {@code interval}, {@code check} and {@code verdict}.
 */
@NullMarked
package io.weir.evaluation.explain;

import org.jspecify.annotations.NullMarked;
