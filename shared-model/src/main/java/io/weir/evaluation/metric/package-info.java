/**
 * Quality of predictions as numbers: stateless functions over arrays, each with its formula and its undefined cases.
 *
 * <p>Start at {@link io.weir.evaluation.metric.BinaryScores} and {@link io.weir.evaluation.metric.BinaryMetric}; the other
 * tasks are {@link io.weir.evaluation.metric.Multiclass}, {@link io.weir.evaluation.metric.Multilabel},
 * {@link io.weir.evaluation.metric.Regression}, {@link io.weir.evaluation.metric.Ranking} and
 * {@link io.weir.evaluation.metric.Forecasts}. A metric that the data do not define is NaN, never a made-up 0. Must not depend
 * on any other package.
 */
@NullMarked
package io.weir.evaluation.metric;

import org.jspecify.annotations.NullMarked;
