package io.weir.evaluation.explain;

import io.weir.evaluation.interval.SplitMix;
import java.util.ArrayList;
import java.util.List;

/**
 * How much worse a metric gets when a feature's values are shuffled among rows (Breiman, "Random Forests", 2001; for any model and
 * metric: Fisher, Rudin and Dominici, JMLR 2019).
 *
 * <p>Features that say the same share their importance, so each may seem unimportant. Cost: one call of the model for each feature
 * that is looked at and repetition, and one more; memory of one copy of the rows.
 */
public final class PermutationImportance {
    /** Repetitions unless told otherwise: the standard error is known to a third. */
    public static final int DEFAULT_REPETITIONS = 5;

    private PermutationImportance() {}

    /**
     * Importance of features, in the table's order; positive where the model needs the feature. The deviation is the standard error
     * of the mean over repetitions.
     *
     * @param named the features to look at
     * @param repetitions at least 2
     */
    public static List<Importance> of(
            Model model, FeatureTable table, List<String> named, Objective objective, int repetitions, long seed) {
        if (repetitions < 2) {
            throw new IllegalArgumentException("repetitions is " + repetitions + ", must be at least 2");
        }
        double whole = objective.value(model.checkedScores(table.rows()));
        double[][] shuffled = table.copy();
        List<Importance> importances = new ArrayList<>();
        for (int feature = 0; feature < table.features().size(); feature++) {
            String name = table.features().get(feature).name();
            if (!named.contains(name)) {
                continue;
            }
            double[] losses = new double[repetitions];
            for (int repetition = 0; repetition < repetitions; repetition++) {
                shuffle(shuffled, feature, new SplitMix(seed, (long) feature * repetitions + repetition));
                losses[repetition] = objective.loss(whole, objective.value(model.checkedScores(shuffled)));
            }
            for (int row = 0; row < shuffled.length; row++) {
                shuffled[row][feature] = table.rows()[row][feature];
            }
            Mean mean = Mean.of(losses);
            importances.add(
                    Importance.of(Importance.PERMUTATION, objective.metric().id(), name, mean.value(), mean.error()));
        }
        return importances;
    }

    private static void shuffle(double[][] rows, int feature, SplitMix random) {
        for (int row = rows.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            double swap = rows[row][feature];
            rows[row][feature] = rows[other][feature];
            rows[other][feature] = swap;
        }
    }
}
