package io.weir.evaluation.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model that can be called is explained; {@link ExplanationReader} reads it, {@code docs/evaluation.md} has every field.
 *
 * @param sent columns that the model is given
 * @param features those of them whose importance is looked for
 * @param rows drawn from the table; all calls are about these
 * @param metric that is looked at; null is the ROC AUC, or the RMSE of numbers
 * @param permutations that each feature is shuffled; 0 does not
 * @param shapley rows that Shapley values are computed of; 0 does not
 * @param pairs of orders that each such row is explained by
 * @param agreement least rank correlation with a baseline's importances; -1 asks for nothing
 */
public record ExplanationSettings(
        List<String> sent,
        List<String> features,
        int rows,
        @Nullable String metric,
        int permutations,
        int shapley,
        int pairs,
        double agreement) {
    /** Rows unless told otherwise: with 20 features the calls are of some 60,000 rows. */
    public static final int DEFAULT_ROWS = 500;

    /** Rows that Shapley values are computed of unless told otherwise. */
    public static final int DEFAULT_SHAPLEY = 30;

    /** Pairs unless told otherwise. */
    public static final int DEFAULT_PAIRS = 10;

    /** Predictions that a model may be asked for unless told otherwise: a quarter of an hour at a thousand a second. */
    public static final long DEFAULT_MAX_EVALS = 1_000_000;

    /** Copies the lists. */
    public ExplanationSettings {
        sent = List.copyOf(sent);
        features = List.copyOf(features);
    }

    /** Whether a baseline with importances is needed. */
    public boolean comparesWithBaseline() {
        return agreement > -1;
    }

    /** The same without what needs a baseline. */
    public ExplanationSettings withoutBaseline() {
        return new ExplanationSettings(sent, features, rows, metric, permutations, shapley, pairs, -1);
    }

    /**
     * Predictions that the model is asked for.
     *
     * @param drawn rows that there are
     */
    public long predictions(int drawn) {
        long shuffled = permutations == 0 ? 0 : drawn * (1 + (long) features.size() * permutations);
        return drawn + shuffled + 2L * Math.min(shapley, drawn) * pairs * sent.size();
    }
}
