package io.weir.evaluation;

import io.weir.evaluation.interval.BinarySample;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.Calibration;
import java.util.ArrayList;
import java.util.List;

/** Curves of a binary classifier; each point of the first two lies on the exact curve. */
final class BinaryCurves {
    private BinaryCurves() {}

    static List<Curve> of(BinarySample sample, BinaryScores scores) {
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
        List<Curve> curves = new ArrayList<>();
        curves.add(Curve.through("roc", falsePositiveRate, recall));
        curves.add(Curve.through("precision_recall", recall, precision));
        if (scores.areProbabilities()) {
            curves.add(calibration(Calibration.equalWidth(scores, Calibration.DEFAULT_BINS)));
        }
        return curves;
    }

    private static Curve calibration(Calibration calibration) {
        return new Curve(
                "calibration",
                calibration.bins().stream()
                        .map(bin -> new Curve.Point(bin.meanScore(), bin.observed()))
                        .toList());
    }
}
