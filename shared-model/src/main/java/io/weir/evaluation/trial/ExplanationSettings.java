package io.weir.evaluation.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model that can be called is explained and disturbed; {@link ExplanationReader} reads it, {@code docs/evaluation.md} has every
 * field.
 *
 * @param features columns that the model is given
 * @param rows drawn from the table; all calls are about these
 * @param metric that is looked at; null is the ROC AUC, or the RMSE of numbers
 * @param permutations that each feature is shuffled; 0 does not
 * @param shapley rows that Shapley values are computed of; 0 does not
 * @param pairs of orders that each such row is explained by
 * @param noise share of a feature's standard deviation; 0 adds none
 * @param missing share of values that are removed; 0 removes none
 * @param mostLoss of the metric that noise and missing values may cost; NaN asks for nothing
 * @param agreement least rank correlation with a baseline's importances; -1 asks for nothing
 */
public record ExplanationSettings(
        List<String> features,
        int rows,
        @Nullable String metric,
        int permutations,
        int shapley,
        int pairs,
        double noise,
        double missing,
        double mostLoss,
        double agreement) {
    /** Rows unless told otherwise: with 20 features the calls are of some 80,000 rows. */
    public static final int DEFAULT_ROWS = 500;

    /** Rows that Shapley values are computed of unless told otherwise. */
    public static final int DEFAULT_SHAPLEY = 30;

    /** Pairs unless told otherwise. */
    public static final int DEFAULT_PAIRS = 10;

    /** Copies the list. */
    public ExplanationSettings {
        features = List.copyOf(features);
    }
}
