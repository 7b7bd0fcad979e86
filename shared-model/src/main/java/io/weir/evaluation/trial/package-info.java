/**
 * The trial of a model: one call from a table of predictions and settings to an {@link io.weir.evaluation.Evaluation}.
 *
 * <p>Start at {@link io.weir.evaluation.trial.ModelTrial}; {@link io.weir.evaluation.trial.TrialSettingsReader} reads settings as
 * people write them, {@code docs/evaluation.md} has every field. What can be called as {@link
 * io.weir.evaluation.trial.CallableModel} is explained by {@link io.weir.evaluation.trial.ModelExplanation} and disturbed by {@link
 * io.weir.evaluation.trial.ModelRobustness}. What is computed is in the packages above and beside; nothing of
 * them depends on this one.
 */
@NullMarked
package io.weir.evaluation.trial;

import org.jspecify.annotations.NullMarked;
