package io.weir.evaluation.interval;

/**
 * What is known of rows before they are scanned.
 *
 * @param rows how many, as a whole number
 * @param positives weight of those with label 1
 * @param negatives weight of those with label 0
 * @param isWeighted whether weights differ from 1
 */
public record LabelTotals(long rows, double positives, double negatives, boolean isWeighted) {

    /** Rows with label 1 or 0, whichever weighs less, as a number of rows. */
    public long rarer() {
        return Math.round(rows * Math.min(positives, negatives) / (positives + negatives));
    }
}
