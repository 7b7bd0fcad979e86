package io.weir.evaluation.metric;

import org.jspecify.annotations.Nullable;

/**
 * Labels and scores of a binary classifier, checked once: no NaN, equal lengths, labels 0 or 1.
 *
 * <p>The arrays are kept, not copied, and must not be changed afterwards. A score is higher the surer the model is of label
 * 1; it need not be a probability, but log loss, Brier and calibration are defined only if all lie in [0,1]. Rows number at
 * most {@value #MAX_ROWS}.
 */
public final class BinaryScores {
    /** What fits an index and a label into one int. */
    public static final int MAX_ROWS = 1 << 30;

    private static final double EPSILON = Math.ulp(1.0);

    private final byte[] labels;
    private final double[] scores;
    private final double @Nullable [] weights;
    private final boolean probabilities;

    private BinaryScores(byte[] labels, double[] scores, double @Nullable [] weights, boolean probabilities) {
        this.labels = labels;
        this.scores = scores;
        this.weights = weights;
        this.probabilities = probabilities;
    }

    /** Rows of equal weight. */
    public static BinaryScores of(byte[] labels, double[] scores) {
        return weighted(labels, scores, null);
    }

    /**
     * Rows with weights.
     *
     * @param labels 0 or 1
     * @param weights finite, at least 0, not all 0; null weighs each row 1
     * @throws InvalidPredictionsException naming the row and the value that is not allowed
     */
    public static BinaryScores weighted(byte[] labels, double[] scores, double @Nullable [] weights) {
        Inputs.notEmpty(labels.length);
        if (labels.length > MAX_ROWS) {
            throw new InvalidPredictionsException("there are " + labels.length + " rows, at most " + MAX_ROWS
                    + " are evaluated at once; evaluate a sample");
        }
        Inputs.sameLength("the score", scores.length, labels.length);
        Inputs.notNaN("the score", scores);
        Inputs.weights(weights, labels.length);
        boolean probabilities = true;
        for (int row = 0; row < labels.length; row++) {
            if ((labels[row] & ~1) != 0) {
                throw new InvalidPredictionsException("the label of row " + row + " is " + labels[row]
                        + ", must be 0 or 1; say which value is the positive class");
            }
            probabilities &= scores[row] >= 0 && scores[row] <= 1;
        }
        return new BinaryScores(labels, scores, weights, probabilities);
    }

    /** Rows. */
    public int size() {
        return labels.length;
    }

    /** 0 or 1. */
    public int label(int row) {
        return labels[row];
    }

    /** The score of a row. */
    public double score(int row) {
        return scores[row];
    }

    /** 1 if there are no weights. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** Whether rows differ in weight. */
    public boolean isWeighted() {
        return weights != null;
    }

    /** Whether all scores lie in [0,1]. */
    public boolean areProbabilities() {
        return probabilities;
    }

    /**
     * −ln of the probability that the score gives to the row's label; NaN unless all scores are probabilities.
     *
     * <p>Probabilities are clipped to 2⁻⁵² from 0 and 1, as scikit-learn does, so that one sure mistake is not an infinite loss.
     */
    public double logLoss(int row) {
        if (!probabilities) {
            return Double.NaN;
        }
        double p = Math.clamp(scores[row], EPSILON, 1 - EPSILON);
        return -Math.log(labels[row] == 1 ? p : 1 - p);
    }

    /** Area under the ROC curve, equal scores counting half; NaN unless both labels occur. */
    public double rocAuc() {
        ScoreOrder order = ScoreOrder.of(this);
        double[] totals = new double[2];
        for (int row = 0; row < size(); row++) {
            totals[label(row)] += weight(row);
        }
        RankingScan scan = new RankingScan(totals[1], totals[0], BinaryMetric.LIFT_SHARE);
        double[] tied = new double[2];
        for (int place = 0; place < size(); place++) {
            if (place > 0 && !order.tiesWithPrevious(place)) {
                scan.add(tied[1], tied[0]);
                tied = new double[2];
            }
            tied[label(order.row(place))] += weight(order.row(place));
        }
        scan.add(tied[1], tied[0]);
        return scan.rocAuc();
    }

    /** The same rows scored by another model. */
    public BinaryScores rescored(double[] otherScores) {
        return weighted(labels, otherScores, weights);
    }
}
