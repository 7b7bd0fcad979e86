package io.weir.evaluation;

import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A metric against the baseline's on the same rows.
 *
 * @param baseline the baseline's value
 * @param difference the model's value less the baseline's
 * @param interval of the difference, or null
 * @param pValue of no difference, two-sided; NaN if there is no test
 * @param test that the p-value is of, or null
 * @param note why there is no interval, else null
 */
public record Comparison(
        double baseline,
        double difference,
        @Nullable Interval interval,
        double pValue,
        @Nullable String test,
        @Nullable String note) {

    /** What a difference says. */
    public static Comparison of(Difference difference) {
        return new Comparison(
                difference.baseline(),
                difference.difference(),
                difference.interval(),
                difference.pValue(),
                difference.test(),
                difference.note());
    }
}
