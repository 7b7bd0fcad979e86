package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The area under the ROC curve with its variance, and the difference of two models' areas on the same rows (DeLong, DeLong and
 * Clarke-Pearson, Biometrics 1988), in the time of one sort a model (Sun and Xu, IEEE Signal Processing Letters 2014).
 *
 * <p>For rows without weights; 8 bytes a row and model.
 */
public final class DeLong {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final BinaryScores scores;
    private final double[] placements;
    private final double[] means = new double[2];
    private final double[] counts = new double[2];

    /**
     * Of one model.
     *
     * @throws IllegalArgumentException if rows have weights
     */
    public DeLong(BinaryScores scores, ScoreOrder order) {
        if (scores.isWeighted()) {
            throw new IllegalArgumentException("DeLong's variance is for rows without weights; use the bootstrap");
        }
        this.scores = scores;
        this.placements = new double[scores.size()];
        for (int row = 0; row < scores.size(); row++) {
            counts[scores.label(row)]++;
        }
        place(order);
        for (int row = 0; row < placements.length; row++) {
            means[scores.label(row)] += placements[row];
        }
        means[0] /= counts[0];
        means[1] /= counts[1];
    }

    /** The share of rows of the other label that each row ranks rightly against, equal scores counting half. */
    private void place(ScoreOrder order) {
        double[] above = new double[2];
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            while (to < order.size() && order.tiesWithPrevious(to)) {
                to++;
            }
            double[] tied = new double[2];
            for (int place = from; place < to; place++) {
                tied[scores.label(order.row(place))]++;
            }
            for (int place = from; place < to; place++) {
                int row = order.row(place);
                placements[row] = scores.label(row) == 1
                        ? (counts[0] - above[0] - tied[0] / 2) / counts[0]
                        : (above[1] + tied[1] / 2) / counts[1];
            }
            above[0] += tied[0];
            above[1] += tied[1];
            from = to;
        }
    }

    /** The area; NaN unless both labels occur. */
    public double auc() {
        return means[1];
    }

    /** Its variance; NaN unless each label occurs twice. */
    public double variance() {
        return covariance(this);
    }

    /**
     * Adds each row's influence on the area times a factor; the squares of the sums over several areas of the same rows are the
     * variance of the areas' weighted sum, those of one area its {@link #variance}.
     */
    void addInfluences(double[] influences, double factor) {
        for (int row = 0; row < placements.length; row++) {
            int label = scores.label(row);
            double rows = Math.sqrt(counts[label] * (counts[label] - 1));
            influences[row] += factor * (placements[row] - means[label]) / rows;
        }
    }

    /** An interval on the logit scale, which keeps it within [0,1]. */
    public Interval interval(double confidence) {
        double z = quantile(confidence);
        double logit = Math.log(auc() / (1 - auc()));
        double half = z * Math.sqrt(variance()) / (auc() * (1 - auc()));
        return new Interval(sigmoid(logit - half), sigmoid(logit + half), confidence, "DeLong, logit");
    }

    /** The variance of this model's area less the other's. */
    public double varianceOfDifference(DeLong other) {
        return Math.max(0, variance() + other.variance() - 2 * covariance(other));
    }

    /** Of this model's area less the other's. */
    public Interval intervalOfDifference(DeLong other, double confidence) {
        double half = quantile(confidence) * Math.sqrt(varianceOfDifference(other));
        double difference = auc() - other.auc();
        return new Interval(difference - half, difference + half, confidence, "DeLong, paired");
    }

    /** Two-sided, of equal areas; 1 if both rank alike. */
    public double pValue(DeLong other) {
        double deviation = Math.sqrt(varianceOfDifference(other));
        double difference = Math.abs(auc() - other.auc());
        return deviation == 0 ? difference == 0 ? 1 : 0 : 2 * NORMAL.survivalProbability(difference / deviation);
    }

    private double covariance(DeLong other) {
        double[] products = new double[2];
        for (int row = 0; row < placements.length; row++) {
            int label = scores.label(row);
            products[label] += (placements[row] - means[label]) * (other.placements[row] - other.means[label]);
        }
        return products[1] / (counts[1] - 1) / counts[1] + products[0] / (counts[0] - 1) / counts[0];
    }

    static double quantile(double confidence) {
        return -NORMAL.inverseCumulativeProbability((1 - Interval.confidence(confidence)) / 2);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
