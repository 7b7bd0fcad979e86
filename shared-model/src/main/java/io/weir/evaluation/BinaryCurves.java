package io.weir.evaluation;

import io.weir.evaluation.interval.BinarySample;
import java.util.List;

/** Curves of a binary classifier; each point lies on the exact curve. */
final class BinaryCurves {
    private BinaryCurves() {}

    static List<Curve> of(BinarySample sample) {
        double[][] cumulated = sample.cumulated();
        int points = cumulated[0].length;
        double positives = cumulated[0][points - 1];
        double negatives = cumulated[1][points - 1];
        double[] recall = new double[points];
        double[] falsePositiveRate = new double[points];
        double[] precision = new double[points];
        for (int i = 0; i < points; i++) {
            recall[i] = cumulated[0][i] / positives;
            falsePositiveRate[i] = cumulated[1][i] / negatives;
            precision[i] = i == 0 ? 1 : cumulated[0][i] / (cumulated[0][i] + cumulated[1][i]);
        }
        return List.of(
                Curve.through("roc", falsePositiveRate, recall), Curve.through("precision_recall", recall, precision));
    }
}
