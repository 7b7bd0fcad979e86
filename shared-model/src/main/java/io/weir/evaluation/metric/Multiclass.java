package io.weir.evaluation.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Quality of a classifier of several classes, numbered from 0, from a confusion matrix of weights.
 *
 * <p>Averages are those of scikit-learn: macro over the classes that occur as label or prediction, each alike; weighted by the
 * labels' weight; micro over all rows, which for one class a row is accuracy. A class that is never predicted has precision 0
 * within an average, as there.
 */
public final class Multiclass {
    private final double[][] matrix;

    private Multiclass(double[][] matrix) {
        this.matrix = matrix;
    }

    /** How classes are averaged. */
    public enum Average {
        /** Each class alike. */
        MACRO,
        /** Each class by the weight of its labels. */
        WEIGHTED
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

    /** From weights by label and prediction. */
    public static Multiclass ofMatrix(double[][] matrix) {
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
        return new Confusion(hits, predicted - hits, labelled - hits, total() - labelled - predicted + hits);
    }

    /** Share of rows whose prediction is their label. */
    public double accuracy() {
        return hits() / total();
    }

    /** Mean recall of the classes that occur as label. */
    public double balancedAccuracy() {
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < matrix.length; c++) {
            if (labelled(c) > 0) {
                sum += matrix[c][c] / labelled(c);
                occurring++;
            }
        }
        return sum / occurring;
    }

    /** Average precision over classes. */
    public double precision(Average average) {
        return averaged(average, (hits, labelled, predicted) -> hits / predicted);
    }

    /** Average recall over classes. */
    public double recall(Average average) {
        return averaged(average, (hits, labelled, predicted) -> hits / labelled);
    }

    /** Average F1 over classes. */
    public double f1(Average average) {
        return averaged(average, (hits, labelled, predicted) -> 2 * hits / (labelled + predicted));
    }

    /** Cohen's κ. */
    public double kappa() {
        double expected = 0;
        for (int c = 0; c < matrix.length; c++) {
            expected += labelled(c) / total() * (predicted(c) / total());
        }
        return (accuracy() - expected) / (1 - expected);
    }

    /** Matthews' coefficient for several classes (Gorodkin, 2004). */
    public double matthews() {
        double n = total();
        double cross = 0;
        double squaresOfLabels = 0;
        double squaresOfPredictions = 0;
        for (int c = 0; c < matrix.length; c++) {
            cross += labelled(c) / n * (predicted(c) / n);
            squaresOfLabels += labelled(c) / n * (labelled(c) / n);
            squaresOfPredictions += predicted(c) / n * (predicted(c) / n);
        }
        return (accuracy() - cross) / Math.sqrt((1 - squaresOfLabels) * (1 - squaresOfPredictions));
    }

    private double averaged(Average average, ClassMetric metric) {
        double sum = 0;
        double weights = 0;
        for (int c = 0; c < matrix.length; c++) {
            double labelled = labelled(c);
            double predicted = predicted(c);
            if (labelled + predicted > 0) {
                double weight = average == Average.MACRO ? 1 : labelled;
                double value = metric.of(matrix[c][c], labelled, predicted);
                sum += Double.isNaN(value) ? 0 : weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    private double hits() {
        double hits = 0;
        for (int c = 0; c < matrix.length; c++) {
            hits += matrix[c][c];
        }
        return hits;
    }

    private double total() {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
    }

    private double labelled(int c) {
        return Arrays.stream(matrix[c]).sum();
    }

    private double predicted(int c) {
        return Arrays.stream(matrix).mapToDouble(row -> row[c]).sum();
    }

    @FunctionalInterface
    private interface ClassMetric {
        double of(double hits, double labelled, double predicted);
    }
}
