package io.weir.evaluation.metric;

import java.util.Arrays;
import java.util.List;

/** Predicted numbers as sums; the median and the maximum of the error are no sums and not among the metrics. */
public record RegressionRows(Regression rows) implements SummedRows {
    private static final List<SummedMetric> METRICS = Arrays.stream(RegressionMetric.values())
            .filter(RegressionMetric::isOfSums)
            .map(RegressionRows::summed)
            .toList();

    private static SummedMetric summed(RegressionMetric metric) {
        return new SummedMetric(
                metric.id(),
                metric.higherIsBetter(),
                metric.lowest(),
                metric.highest(),
                metric.whyUndefined(),
                metric::of,
                null);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int width() {
        return Regression.SUMS;
    }

    @Override
    public void addTo(double[] sums, int offset, int row) {
        rows.addTo(sums, offset, row);
    }

    @Override
    public double loss(int row) {
        return rows.absoluteError(row);
    }

    @Override
    public List<SummedMetric> metrics() {
        return METRICS;
    }
}
