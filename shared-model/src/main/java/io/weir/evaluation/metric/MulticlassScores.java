package io.weir.evaluation.metric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of a classifier of several classes from its scores: one score for each row and class.
 *
 * <p>Areas under the ROC curve: one class against the rest, or each pair of classes (Hand and Till, Machine Learning 2001).
 */
public final class MulticlassScores {
    private final int[] labels;
    private final double[][] scores;
    private final double @Nullable [] weights;

    /**
     * Rows.
     *
     * @param scores by row, then by class; no NaN, all rows equally long
     * @throws InvalidPredictionsException naming the row and the value that is not allowed
     */
    public MulticlassScores(int[] labels, double[][] scores, double @Nullable [] weights) {
        Inputs.notEmpty(labels.length);
        Inputs.sameLength("the score", scores.length, labels.length);
        Inputs.weights(weights, labels.length);
        int classes = scores[0].length;
        for (int row = 0; row < scores.length; row++) {
            if (scores[row].length != classes) {
                throw new InvalidPredictionsException("row " + row + " has " + scores[row].length
                        + " scores, row 0 has " + classes + "; give one for each class");
            }
            for (double score : scores[row]) {
                if (Double.isNaN(score)) {
                    throw new InvalidPredictionsException("a score of row " + row + " is NaN, must be a number");
                }
            }
        }
        Inputs.classes("the label", labels, classes);
        this.labels = labels;
        this.scores = scores;
        this.weights = weights;
    }

    /** The class with the highest score of each row; of equal ones the first. */
    public int[] predictions() {
        int[] predictions = new int[labels.length];
        for (int row = 0; row < labels.length; row++) {
            for (int c = 1; c < scores[row].length; c++) {
                if (scores[row][c] > scores[row][predictions[row]]) {
                    predictions[row] = c;
                }
            }
        }
        return predictions;
    }

    /** Share of rows whose label is among the {@code k} highest scores; of equal scores the later class counts as higher. */
    public double topK(int k) {
        double hits = 0;
        double all = 0;
        for (int row = 0; row < labels.length; row++) {
            int above = 0;
            for (int c = 0; c < scores[row].length; c++) {
                double own = scores[row][labels[row]];
                above += scores[row][c] > own || (scores[row][c] == own && c > labels[row]) ? 1 : 0;
            }
            hits += above < k ? weight(row) : 0;
            all += weight(row);
        }
        return hits / all;
    }

    /** Mean −ln of the label's probability; rows are taken to sum to 1, and probabilities are clipped to 2⁻⁵² from 0 and 1. */
    public double logLoss() {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < labels.length; row++) {
            double p = Math.clamp(scores[row][labels[row]], Math.ulp(1.0), 1 - Math.ulp(1.0));
            sum -= weight(row) * Math.log(p);
            all += weight(row);
        }
        return sum / all;
    }

    /** Area of a class against the rest. */
    public double aucOfClass(int classNumber) {
        byte[] isClass = new byte[labels.length];
        double[] own = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            isClass[row] = (byte) (labels[row] == classNumber ? 1 : 0);
            own[row] = scores[row][classNumber];
        }
        return BinaryScores.weighted(isClass, own, weights).rocAuc();
    }

    /** Mean area of all classes against the rest; NaN if a class does not occur as label. */
    public double aucOneVersusRest(ClassCounts.Average average) {
        double sum = 0;
        double all = 0;
        for (int c = 0; c < scores[0].length; c++) {
            double weight = average == ClassCounts.Average.MACRO ? 1 : labelled(c);
            sum += weight * aucOfClass(c);
            all += weight;
        }
        return sum / all;
    }

    /** Mean area of all pairs of classes, each pair both ways; rows count alike, whatever their weights. */
    public double aucOneVersusOne(ClassCounts.Average average) {
        double sum = 0;
        double all = 0;
        for (int a = 0; a < scores[0].length; a++) {
            for (int b = a + 1; b < scores[0].length; b++) {
                double weight = average == ClassCounts.Average.MACRO ? 1 : count(a) + count(b);
                sum += weight * (aucOfPair(a, b) + aucOfPair(b, a)) / 2;
                all += weight;
            }
        }
        return sum / all;
    }

    private double aucOfPair(int positive, int negative) {
        int[] rows = IntStream.range(0, labels.length)
                .filter(row -> labels[row] == positive || labels[row] == negative)
                .toArray();
        byte[] isPositive = new byte[rows.length];
        double[] own = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            isPositive[i] = (byte) (labels[rows[i]] == positive ? 1 : 0);
            own[i] = scores[rows[i]][positive];
        }
        return rows.length == 0 ? Double.NaN : BinaryScores.of(isPositive, own).rocAuc();
    }

    private double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    private double labelled(int c) {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            sum += labels[row] == c ? weight(row) : 0;
        }
        return sum;
    }

    private long count(int c) {
        return Arrays.stream(labels).filter(label -> label == c).count();
    }
}
