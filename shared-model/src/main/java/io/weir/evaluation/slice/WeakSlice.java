package io.weir.evaluation.slice;

import java.util.List;

/**
 * A part of the rows where a model loses more than elsewhere.
 *
 * @param rows in it
 * @param loss the mean in it
 * @param lossElsewhere the mean of all other rows
 * @param effect the difference over the pooled standard deviation (Cohen's d)
 * @param pValue one-sided, of no difference (Welch)
 * @param adjustedPValue the same, corrected for everything that the search looked at (Holm)
 */
public record WeakSlice(
        List<Condition> conditions,
        long rows,
        double loss,
        double lossElsewhere,
        double effect,
        double pValue,
        double adjustedPValue) {}
