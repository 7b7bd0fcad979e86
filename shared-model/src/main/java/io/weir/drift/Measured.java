package io.weir.drift;

import io.weir.drift.uncertainty.Uncertainty;
import org.jspecify.annotations.Nullable;

/**
 * A distance that was measured, or why it could not be.
 *
 * @param value the distance, NaN if there is none
 * @param uncertainty of it, null if there is none
 * @param detail what differs most, or why there is no value; may be empty
 * @param referenceCount rows that it was measured on
 * @param currentCount likewise
 */
record Measured(
        double value, @Nullable Uncertainty uncertainty, String detail, double referenceCount, double currentCount) {

    static Measured impossible(String why) {
        return new Measured(Double.NaN, null, why, 0, 0);
    }
}
