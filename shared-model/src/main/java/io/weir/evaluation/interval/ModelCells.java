package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinarySummary;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.metric.RankingScan;
import org.jspecify.annotations.Nullable;

/**
 * How one model ranks the cells of a {@link Resampler}: the metrics of any weights of the cells in time linear in cells.
 *
 * <p>A cell is a set of rows with the same label and neighbouring scores; it has a bin (0 is the highest), a mean and a variance
 * of either loss.
 */
final class ModelCells {
    final byte[] label;
    final int[] bin;
    final double[] logLoss;
    final double[] logLossVariance;
    final double[] squaredError;
    final double[] squaredErrorVariance;
    final boolean probabilities;
    int size;
    int bins;
    int firstBelow;

    ModelCells(int capacity, boolean probabilities) {
        this.label = new byte[capacity];
        this.bin = new int[capacity];
        this.logLoss = new double[capacity];
        this.logLossVariance = new double[capacity];
        this.squaredError = new double[capacity];
        this.squaredErrorVariance = new double[capacity];
        this.probabilities = probabilities;
    }

    /**
     * The metrics, by ordinal of {@link BinaryMetric}.
     *
     * @param weight of each cell
     * @param noise adds what the rows within a cell vary by, or null for the cells' means
     */
    double[] evaluate(double[] weight, @Nullable SplitMix noise) {
        double[] positives = new double[bins];
        double[] negatives = new double[bins];
        double[] sums = new double[5];
        for (int cell = 0; cell < size; cell++) {
            double w = weight[cell];
            (label[cell] == 1 ? positives : negatives)[bin[cell]] += w;
            sums[0] += w;
            sums[1] += w * logLoss[cell];
            sums[2] += w * logLossVariance[cell];
            sums[3] += w * squaredError[cell];
            sums[4] += w * squaredErrorVariance[cell];
        }
        double logLossNoise = noise == null ? 0 : Math.sqrt(sums[2]) * noise.nextGaussian();
        double brierNoise = noise == null ? 0 : Math.sqrt(sums[4]) * noise.nextGaussian();
        Confusion confusion = confusion(positives, negatives);
        RankingScan ranking = new RankingScan(confusion.positives(), confusion.negatives(), BinaryMetric.LIFT_SHARE);
        for (int b = 0; b < bins; b++) {
            ranking.add(positives[b], negatives[b]);
        }
        return new BinarySummary(
                        confusion,
                        ranking,
                        probabilities ? (sums[1] + logLossNoise) / sums[0] : Double.NaN,
                        probabilities ? (sums[3] + brierNoise) / sums[0] : Double.NaN)
                .values();
    }

    private Confusion confusion(double[] positives, double[] negatives) {
        return new Confusion(
                sum(positives, 0, firstBelow),
                sum(negatives, 0, firstBelow),
                sum(positives, firstBelow, bins),
                sum(negatives, firstBelow, bins));
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }
}
