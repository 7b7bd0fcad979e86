package io.weir.evaluation.trial;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is checked of the rows beside the predictions. A share of NaN is not checked.
 *
 * @param features columns that the model was given
 * @param missingLabels share of rows without a label that may be left out
 * @param leak ROC AUC of a feature alone from which on it is a leak
 * @param duplicates share of rows that may repeat another one's features
 * @param overlap share of rows that may occur in the training data
 * @param train files of the training data, or null
 */
public record CheckSettings(
        List<String> features,
        double missingLabels,
        double leak,
        double duplicates,
        double overlap,
        @Nullable String train) {
    /** Checks nothing. */
    public static final CheckSettings NONE = new CheckSettings(List.of(), 0, Double.NaN, Double.NaN, Double.NaN, null);

    /** Copies the list. */
    public CheckSettings {
        features = List.copyOf(features);
    }

    /** Whether rows are hashed. */
    boolean needsHashes() {
        return !Double.isNaN(duplicates) || !Double.isNaN(overlap);
    }
}
