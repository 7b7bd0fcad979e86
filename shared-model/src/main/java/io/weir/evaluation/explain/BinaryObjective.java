package io.weir.evaluation.explain;

import io.weir.evaluation.interval.BinaryScans;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.interval.PairedBootstrap;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.Metric;
import io.weir.evaluation.metric.ScoreOrder;

/** A metric of one of two classes. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BinaryObjective(byte[] labels, BinaryMetric of, double decision) implements Objective {
    @Override
    public Metric metric() {
        return of;
    }

    @Override
    public double value(double[] scores) {
        BinaryScores rows = BinaryScores.of(labels, scores);
        return of == BinaryMetric.ROC_AUC
                ? rows.rocAuc()
                : new BinaryScans(rows, ScoreOrder.of(rows), decision).all().value(of);
    }

    @Override
    public Difference change(double[] scores, double[] before, BootstrapSettings settings) {
        BinaryScores rows = BinaryScores.of(labels, scores);
        return new PairedBootstrap(rows, ScoreOrder.of(rows), before, decision, settings)
                .differences()
                .get(of.ordinal());
    }
}
