/**
 * Classical two-sample tests, each by its exact variant: a statistic and the probability of one at least as large if both
 * samples came from one distribution. Start at {@link io.weir.drift.twosample.TwoSampleTests}.
 *
 * <p>A small p-value says that two samples differ, not that the difference matters; a million rows differ always. The verdicts
 * of {@code io.weir.drift} ask whether a difference exceeds a limit.
 */
@NullMarked
package io.weir.drift.twosample;

import org.jspecify.annotations.NullMarked;
