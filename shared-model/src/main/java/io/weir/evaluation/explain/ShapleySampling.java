package io.weir.evaluation.explain;

import io.weir.evaluation.interval.SplitMix;
import java.util.ArrayList;
import java.util.List;

/**
 * Mean absolute Shapley values of the features over some rows, by sampling (Štrumbelj and Kononenko, JMLR 2010).
 *
 * <p>A feature's value in one row is its mean contribution to the score when features of the row replace those of a random
 * background row in random order; the values of a row sum to its score less the mean background score, in expectation. Cost: for
 * each explained row and sample, one row more than there are features is scored.
 */
public final class ShapleySampling {
    private ShapleySampling() {}

    /**
     * Importance of every feature, in the order of the names.
     *
     * @param explained rows to explain
     * @param background rows that stand for "not known"
     * @param samples orders drawn for each row, at least 2
     */
    public static List<Importance> of(
            Model model, double[][] explained, double[][] background, List<String> features, int samples, long seed) {
        double[] sums = new double[features.size()];
        double[] squares = new double[features.size()];
        for (int row = 0; row < explained.length; row++) {
            double[] values = values(model, explained[row], background, samples, new SplitMix(seed, row));
            for (int feature = 0; feature < values.length; feature++) {
                sums[feature] += Math.abs(values[feature]);
                squares[feature] += values[feature] * values[feature];
            }
        }
        int rows = explained.length;
        List<Importance> importances = new ArrayList<>();
        for (int feature = 0; feature < sums.length; feature++) {
            double mean = sums[feature] / rows;
            double variance = rows > 1 ? Math.max(0, squares[feature] - sums[feature] * mean) / (rows - 1) : Double.NaN;
            importances.add(
                    new Importance("shapley", features.get(feature), mean, Math.sqrt(variance / rows), Double.NaN));
        }
        return importances;
    }

    /** The values of one row; they sum to its score less the mean score of the drawn background rows. */
    public static double[] values(Model model, double[] row, double[][] background, int samples, SplitMix random) {
        if (samples < 2 || background.length == 0) {
            throw new IllegalArgumentException("samples is " + samples + " and the background has " + background.length
                    + " rows; at least 2 samples and 1 row are needed");
        }
        int features = row.length;
        double[][] mixed = new double[samples * (features + 1)][];
        int[][] orders = new int[samples][];
        for (int sample = 0; sample < samples; sample++) {
            orders[sample] = order(features, random);
            double[] current = background[random.nextInt(background.length)].clone();
            mixed[sample * (features + 1)] = current.clone();
            for (int i = 0; i < features; i++) {
                current[orders[sample][i]] = row[orders[sample][i]];
                mixed[sample * (features + 1) + i + 1] = current.clone();
            }
        }
        double[] scores = model.checkedScores(mixed);
        double[] values = new double[features];
        for (int sample = 0; sample < samples; sample++) {
            for (int i = 0; i < features; i++) {
                int at = sample * (features + 1) + i;
                values[orders[sample][i]] += (scores[at + 1] - scores[at]) / samples;
            }
        }
        return values;
    }

    private static int[] order(int features, SplitMix random) {
        int[] order = new int[features];
        for (int i = 0; i < features; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
