package io.weir.evaluation.metric;

/**
 * Everything that {@link BinaryMetric} is computed from.
 *
 * @param logLoss mean, in nats; NaN if the scores are no probabilities
 * @param brier mean squared error of the probability; NaN if the scores are none
 */
public record BinarySummary(Confusion confusion, RankingScan ranking, double logLoss, double brier) {

    /** The value of each metric, by ordinal. */
    public double[] values() {
        double[] values = new double[BinaryMetric.COUNT];
        for (BinaryMetric metric : BinaryMetric.ALL) {
            double value = metric.of(this);
            values[metric.ordinal()] = Double.isInfinite(value) ? Double.NaN : value;
        }
        return values;
    }
}
