package io.weir.evaluation.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A confusion matrix of several classes, numbered from 0, with the weights of rows; {@link ClassCounts} has the metrics. */
public final class Multiclass {
    private final double[][] matrix;

    private Multiclass(double[][] matrix) {
        this.matrix = matrix;
    }

    /**
     * Counts rows.
     *
     * @param labels from 0 to {@code classes - 1}, as {@code predictions}
     * @throws InvalidPredictionsException naming the row and the value that is not allowed
     */
    public static Multiclass of(int[] labels, int[] predictions, double @Nullable [] weights, int classes) {
        Inputs.notEmpty(labels.length);
        Inputs.sameLength("the prediction", predictions.length, labels.length);
        Inputs.weights(weights, labels.length);
        Inputs.classes("the label", labels, classes);
        Inputs.classes("the prediction", predictions, classes);
        double[][] matrix = new double[classes][classes];
        for (int row = 0; row < labels.length; row++) {
            matrix[labels[row]][predictions[row]] += weights == null ? 1 : weights[row];
        }
        return new Multiclass(matrix);
    }

    /** Weight of rows by label, then by prediction. */
    public double[][] confusion() {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /** One class against all others. */
    public Confusion against(int classNumber) {
        double hits = matrix[classNumber][classNumber];
        double labelled = labelled(classNumber);
        double predicted = predicted(classNumber);
        double total = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
        return new Confusion(hits, predicted - hits, labelled - hits, total - labelled - predicted + hits);
    }

    /** What metrics are computed from. */
    public ClassCounts counts() {
        double[] hits = new double[matrix.length];
        double[] labelled = new double[matrix.length];
        double[] predicted = new double[matrix.length];
        for (int c = 0; c < matrix.length; c++) {
            hits[c] = matrix[c][c];
            labelled[c] = labelled(c);
            predicted[c] = predicted(c);
        }
        return new ClassCounts(hits, labelled, predicted);
    }

    private double labelled(int c) {
        return Arrays.stream(matrix[c]).sum();
    }

    private double predicted(int c) {
        return Arrays.stream(matrix).mapToDouble(row -> row[c]).sum();
    }
}
