/**
 * How sure one can be of a measured distance: for a limit, the probability of what was seen if the true distance were at that
 * limit. Start at {@link io.weir.drift.uncertainty.Uncertainty}; each implementation says which approximation it is and where
 * from. What they promise is measured in {@code io.weir.drift.quality}.
 *
 * <p>A measured distance is an estimate, and biased upwards: two halves of one data set have a PSI above 0, and with 50 rows
 * often above 0.1. Nothing here compares an estimate with a limit without asking how the estimate would scatter.
 */
@NullMarked
package io.weir.drift.uncertainty;

import org.jspecify.annotations.NullMarked;
