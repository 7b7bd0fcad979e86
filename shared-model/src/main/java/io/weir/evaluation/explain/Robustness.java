package io.weir.evaluation.explain;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.interval.SplitMix;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;

/** How far the ROC AUC falls when features are disturbed. */
public final class Robustness {
    private Robustness() {}

    /**
     * Adds normal noise to every feature.
     *
     * @param share of the feature's standard deviation
     * @param mostFall of the ROC AUC that is tolerated
     */
    public static Finding againstNoise(
            Model model, double[][] rows, byte[] labels, double share, double mostFall, long seed) {
        double[] deviations = deviations(rows);
        SplitMix random = new SplitMix(seed, 0);
        double[][] noisy = copy(rows);
        for (double[] row : noisy) {
            for (int feature = 0; feature < row.length; feature++) {
                row[feature] += share * deviations[feature] * random.nextGaussian();
            }
        }
        return finding(
                "noise",
                "noise of " + Numbers.percent(share) + " of each feature's spread",
                new double[] {auc(model, rows, labels), auc(model, noisy, labels)},
                mostFall);
    }

    /**
     * Removes values at random.
     *
     * @param share of the values, in [0,1]
     * @param mostFall of the ROC AUC that is tolerated
     */
    public static Finding againstMissing(
            Model model, double[][] rows, byte[] labels, double share, double mostFall, long seed) {
        SplitMix random = new SplitMix(seed, 1);
        double[][] holed = copy(rows);
        for (double[] row : holed) {
            for (int feature = 0; feature < row.length; feature++) {
                row[feature] = random.nextDouble() < share ? Double.NaN : row[feature];
            }
        }
        return finding(
                "missing_values",
                Numbers.percent(share) + " of the values missing",
                new double[] {auc(model, rows, labels), auc(model, holed, labels)},
                mostFall);
    }

    private static Finding finding(String check, String subject, double[] aucs, double mostFall) {
        double fall = aucs[0] - aucs[1];
        if (Double.isNaN(fall)) {
            return new Finding(
                    check, subject, fall, Verdict.INSUFFICIENT_EVIDENCE, "only one of the two labels occurs.");
        }
        String reason = "with " + subject + " the ROC AUC is " + Numbers.shown(aucs[1]) + " instead of "
                + Numbers.shown(aucs[0]) + ", tolerated is a fall of " + Numbers.shown(mostFall) + ".";
        return new Finding(check, subject, fall, fall <= mostFall ? Verdict.PASS : Verdict.FAIL, reason);
    }

    private static double auc(Model model, double[][] rows, byte[] labels) {
        return BinaryScores.of(labels, model.checkedScores(rows)).rocAuc();
    }

    private static double[] deviations(double[][] rows) {
        double[] deviations = new double[rows[0].length];
        for (int feature = 0; feature < deviations.length; feature++) {
            double count = 0;
            double mean = 0;
            double squares = 0;
            for (double[] row : rows) {
                if (!Double.isNaN(row[feature])) {
                    count++;
                    double gap = row[feature] - mean;
                    mean += gap / count;
                    squares += gap * (row[feature] - mean);
                }
            }
            deviations[feature] = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
        }
        return deviations;
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        return copy;
    }
}
