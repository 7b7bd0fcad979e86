/**
 * Tests of a model by its predictions: metrics with intervals, comparison with a baseline, slices, fairness, verdicts.
 *
 * <p>Start at {@link io.weir.evaluation.BinaryEvaluator} for what is done and at {@link io.weir.evaluation.Evaluation} for what
 * comes out; {@link io.weir.evaluation.EvaluationJson} is the contract {@code docs/contracts/evaluation.schema.json}. The
 * statistics are in the packages below, as functions over arrays, and none of them depends on this one.
 */
@NullMarked
package io.weir.evaluation;

import org.jspecify.annotations.NullMarked;
