package io.weir.drift;

import java.util.OptionalLong;

/**
 * One measure of one column, judged.
 *
 * @param measure what was measured
 * @param variant the same with its rules, in words
 * @param value the measured distance, biased upwards where rows are few; NaN if it could not be measured
 * @param lower the true distance is confidently above this; NaN if not measured
 * @param upper the true distance is confidently below this; infinite if there is no such bound
 * @param limit above which the column has drifted
 * @param exceedance p-value of "the true distance is at most the limit"
 * @param adjustedExceedance the same, corrected for the number of comparisons: drifted if at most the level
 * @param shortfall p-value of "the true distance is at least the limit": stable if at most the level
 * @param method how the uncertainty was found
 * @param verdict what follows
 * @param rowsToSettle about how many current rows would settle an open verdict
 * @param reason one sentence for a person
 */
public record MeasuredDrift(
        DriftMeasure measure,
        String variant,
        double value,
        double lower,
        double upper,
        double limit,
        double exceedance,
        double adjustedExceedance,
        double shortfall,
        String method,
        DriftVerdict verdict,
        OptionalLong rowsToSettle,
        String reason) {}
