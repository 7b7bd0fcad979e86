package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinarySummary;

/** Exact metrics of some rows, and the cells that their uncertainty is drawn from; some 60 KB, whatever the rows. */
public final class BinarySample {
    private final BinarySummary summary;
    private final double[] values;
    private final Resampler resampler;
    private final ModelCells model;
    private final LabelTotals totals;

    BinarySample(LabelTotals totals, BinarySummary summary, Resampler resampler, ModelCells model) {
        this.totals = totals;
        this.summary = summary;
        this.values = summary.values();
        this.resampler = resampler;
        this.model = model;
    }

    /** Confusion, ranking and losses of the rows as they are. */
    public BinarySummary summary() {
        return summary;
    }

    /** The metric, NaN if the rows do not define it. */
    public double value(BinaryMetric metric) {
        return values[metric.ordinal()];
    }

    /** Rows and weights by label. */
    public LabelTotals totals() {
        return totals;
    }

    /**
     * Points of the curve of cumulated weights from the highest score down: one for each bin, each an exact point of the
     * curve.
     *
     * @return weights of label 1 in the first array, of label 0 in the second, both beginning with 0
     */
    public double[][] cumulated() {
        double[][] cumulated = new double[2][model.bins + 1];
        double[] weight = resampler.observed();
        for (int cell = 0; cell < model.size; cell++) {
            cumulated[1 - model.label[cell]][model.bin[cell] + 1] += weight[cell];
        }
        for (int bin = 1; bin <= model.bins; bin++) {
            cumulated[0][bin] += cumulated[0][bin - 1];
            cumulated[1][bin] += cumulated[1][bin - 1];
        }
        return cumulated;
    }

    Resampler resampler() {
        return resampler;
    }

    ModelCells model() {
        return model;
    }
}
