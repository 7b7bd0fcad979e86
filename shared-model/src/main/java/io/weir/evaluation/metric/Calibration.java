package io.weir.evaluation.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * How well probabilities agree with frequencies, in bins of scores.
 *
 * <p>ECE is the weighted mean distance between a bin's mean score and its share of label 1, MCE the largest (Naeini, Cooper and
 * Hauskrecht, AAAI 2015). The Brier score is split after Murphy (1973): reliability − resolution + uncertainty, exact if scores
 * within a bin are equal. All depend on the bins, so compare only values of equal bins.
 *
 * @param bins those with rows in them, from low scores to high
 */
public record Calibration(List<Bin> bins) {
    /** As most papers have it. */
    public static final int DEFAULT_BINS = 15;

    /**
     * A bin.
     *
     * @param meanScore of its rows
     * @param observed its share of label 1
     * @param weight of its rows
     */
    public record Bin(double meanScore, double observed, double weight) {}

    /** Copies the list. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * In bins of equal width over [0,1]; 1 is in the last.
     *
     * @throws InvalidPredictionsException if scores are no probabilities
     */
    public static Calibration equalWidth(BinaryScores scores, int count) {
        check(scores, count);
        double[][] sums = new double[count][3];
        for (int row = 0; row < scores.size(); row++) {
            add(sums[Math.min(count - 1, (int) (scores.score(row) * count))], scores, row);
        }
        return of(sums);
    }

    /** In bins of about equally many rows; equal scores stay together. */
    public static Calibration equalMass(BinaryScores scores, ScoreOrder order, int count) {
        check(scores, count);
        double[][] sums = new double[count][3];
        int bin = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int place = order.size() - 1 - rank;
            boolean tied = rank > 0 && order.tiesWithPrevious(place + 1);
            if (!tied) {
                bin = (int) ((long) rank * count / order.size());
            }
            add(sums[bin], scores, order.row(place));
        }
        return of(sums);
    }

    /** Expected calibration error, in [0,1]. */
    public double expectedError() {
        return bins.stream().mapToDouble(bin -> bin.weight() * gap(bin)).sum() / weight();
    }

    /** Maximum calibration error, in [0,1]. */
    public double maximumError() {
        return bins.stream().mapToDouble(Calibration::gap).max().orElse(Double.NaN);
    }

    /** Weighted mean square of the distance between score and frequency; 0 is best. */
    public double reliability() {
        return bins.stream()
                        .mapToDouble(bin -> bin.weight() * gap(bin) * gap(bin))
                        .sum()
                / weight();
    }

    /** Weighted mean square of the distance between a bin's frequency and the overall one; more is better. */
    public double resolution() {
        double all = prevalence();
        return bins.stream()
                        .mapToDouble(bin -> bin.weight() * (bin.observed() - all) * (bin.observed() - all))
                        .sum()
                / weight();
    }

    /** The variance of the label, which no model changes. */
    public double uncertainty() {
        return prevalence() * (1 - prevalence());
    }

    private double prevalence() {
        return bins.stream().mapToDouble(bin -> bin.weight() * bin.observed()).sum() / weight();
    }

    private double weight() {
        return bins.stream().mapToDouble(Bin::weight).sum();
    }

    private static double gap(Bin bin) {
        return Math.abs(bin.meanScore() - bin.observed());
    }

    private static void check(BinaryScores scores, int count) {
        if (!scores.areProbabilities()) {
            throw new InvalidPredictionsException(
                    "calibration needs probabilities, but not all scores lie in [0,1]; calibrate the model's output first");
        }
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException("the number of bins is " + count + ", must be from 1 to 10000");
        }
    }

    private static void add(double[] sums, BinaryScores scores, int row) {
        double weight = scores.weight(row);
        sums[0] += weight * scores.score(row);
        sums[1] += weight * scores.label(row);
        sums[2] += weight;
    }

    private static Calibration of(double[][] sums) {
        List<Bin> bins = new ArrayList<>();
        for (double[] bin : sums) {
            if (bin[2] > 0) {
                bins.add(new Bin(bin[0] / bin[2], bin[1] / bin[2], bin[2]));
            }
        }
        return new Calibration(bins);
    }
}
