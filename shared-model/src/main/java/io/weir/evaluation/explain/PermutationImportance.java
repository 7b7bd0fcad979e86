package io.weir.evaluation.explain;

import io.weir.evaluation.interval.SplitMix;
import io.weir.evaluation.metric.BinaryScores;
import java.util.ArrayList;
import java.util.List;

/**
 * How much the ROC AUC falls when a feature's values are shuffled among rows (Breiman, "Random Forests", 2001).
 *
 * <p>Features that say the same share their importance, so each may seem unimportant. Cost: one call of the model for each feature
 * and repetition, and one more.
 */
public final class PermutationImportance {
    /** Repetitions unless told otherwise: the standard error is known to a third. */
    public static final int DEFAULT_REPETITIONS = 5;

    private PermutationImportance() {}

    /**
     * Importance of every feature, in the order of the names.
     *
     * @param rows by row, then by feature
     * @param repetitions at least 2
     */
    public static List<Importance> of(
            Model model, double[][] rows, byte[] labels, List<String> features, int repetitions, long seed) {
        if (repetitions < 2) {
            throw new IllegalArgumentException("repetitions is " + repetitions + ", must be at least 2");
        }
        double whole = BinaryScores.of(labels, model.checkedScores(rows)).rocAuc();
        List<Importance> importances = new ArrayList<>();
        for (int feature = 0; feature < features.size(); feature++) {
            double sum = 0;
            double squares = 0;
            for (int repetition = 0; repetition < repetitions; repetition++) {
                SplitMix random = new SplitMix(seed, (long) feature * repetitions + repetition);
                double[][] shuffled = shuffled(rows, feature, random);
                double fall = whole
                        - BinaryScores.of(labels, model.checkedScores(shuffled)).rocAuc();
                sum += fall;
                squares += fall * fall;
            }
            double mean = sum / repetitions;
            double variance = Math.max(0, squares - sum * mean) / (repetitions - 1);
            importances.add(new Importance(
                    "permutation", features.get(feature), mean, Math.sqrt(variance / repetitions), Double.NaN));
        }
        return importances;
    }

    private static double[][] shuffled(double[][] rows, int feature, SplitMix random) {
        double[][] copy = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        for (int row = rows.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            double swap = copy[row][feature];
            copy[row][feature] = copy[other][feature];
            copy[other][feature] = swap;
        }
        return copy;
    }
}
