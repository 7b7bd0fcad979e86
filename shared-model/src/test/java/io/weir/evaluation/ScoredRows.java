package io.weir.evaluation;

import io.weir.evaluation.metric.BinaryScores;
import java.util.List;
import java.util.Random;

/** Generated predictions. */
final class ScoredRows {
    private ScoredRows() {}

    /** An evaluator of rows with a third of label 1 and a ROC AUC of about 0.8. */
    static BinaryEvaluator evaluator(int rows) {
        return new BinaryEvaluator("churn-7", scores(rows, 0.33, 1.2, 7));
    }

    /** Rows whose labels' logits lie {@code separation} standard deviations apart. */
    static BinaryScores scores(int rows, double prevalence, double separation, long seed) {
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

    /** The result with other slices. */
    static Evaluation withSlices(Evaluation e, List<SliceResult> slices) {
        return new Evaluation(
                e.task(),
                e.model(),
                e.baseline(),
                e.rows(),
                e.decisionThreshold(),
                e.bootstrap(),
                e.metrics(),
                e.judgements(),
                slices,
                e.curves());
    }
}
