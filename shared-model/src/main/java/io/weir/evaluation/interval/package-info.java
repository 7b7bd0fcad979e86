/**
 * How sure a metric is: intervals, differences between two models, and tests.
 *
 * <p>Start at {@link io.weir.evaluation.interval.BinaryScans} and {@link io.weir.evaluation.interval.Bootstrap}; closed forms are
 * in {@link io.weir.evaluation.interval.Proportions}, {@link io.weir.evaluation.interval.DeLong} and
 * {@link io.weir.evaluation.interval.McNemar}. Random numbers come from an injected seed only, and results do not depend on
 * the number of threads. Depends on {@code metric} only.
 */
@NullMarked
package io.weir.evaluation.interval;

import org.jspecify.annotations.NullMarked;
