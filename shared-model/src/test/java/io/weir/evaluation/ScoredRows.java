package io.weir.evaluation;

import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.Measure;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Threshold;
import java.util.List;
import java.util.Random;

/** Generated predictions. */
public final class ScoredRows {
    private ScoredRows() {}

    /** An evaluator of rows with a third of label 1 and a ROC AUC of about 0.8. */
    static BinaryEvaluator evaluator(int rows) {
        return new BinaryEvaluator("churn-7", scores(rows, 0.33, 1.2, 7));
    }

    /** The same with everything that can be asked. */
    static BinaryEvaluator thorough(int rows) {
        BinaryScores scores = scores(rows, 0.33, 1.2, 7);
        Random random = new Random(9);
        double[] baseline = new double[rows];
        for (int row = 0; row < rows; row++) {
            baseline[row] = Math.clamp(scores.score(row) + 0.05 * random.nextGaussian(), 0, 1);
        }
        SliceColumn country = column("country", rows, random, "AT", "CH", "DE");
        SliceColumn sex = column("sex", rows, random, "f", "m");
        return new BinaryEvaluator("churn-7", scores)
                .baseline("churn-6", baseline)
                .slice(List.of(country))
                .slice(List.of(country, sex))
                .searchWeakest(new WeakSearch(List.of(country, sex), 30, 2, 5, 1))
                .fairness(List.of(sex), null, List.of(new FairnessRule(Measure.of("disparate_impact"), 0.8)))
                .require(Threshold.atLeast("roc_auc", 0.8))
                .require(Threshold.notWorse("f1", 0.05));
    }

    private static SliceColumn column(String name, int rows, Random random, String... values) {
        String[] column = new String[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = values[random.nextInt(values.length)];
        }
        return SliceColumn.ofCategories(name, column);
    }

    /** Rows whose labels' logits lie {@code separation} standard deviations apart. */
    public static BinaryScores scores(int rows, double prevalence, double separation, long seed) {
        Random random = new Random(seed);
        byte[] labels = new byte[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (byte) (random.nextDouble() < prevalence ? 1 : 0);
            double logit = random.nextGaussian() + separation * labels[row] - separation / 2;
            scores[row] = 1 / (1 + Math.exp(-logit));
        }
        return BinaryScores.of(labels, scores);
    }
}
