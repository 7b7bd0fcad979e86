package io.weir.evaluation.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Quality of predicted sets of labels: each row has any number of them. */
public final class Multilabel {
    private final boolean[][] labels;
    private final boolean[][] predictions;
    private final double @Nullable [] weights;

    /**
     * Rows, each with one entry for every possible label.
     *
     * @throws InvalidPredictionsException if rows differ in length, naming the first
     */
    public Multilabel(boolean[][] labels, boolean[][] predictions, double @Nullable [] weights) {
        Inputs.notEmpty(labels.length);
        Inputs.sameLength("the prediction", predictions.length, labels.length);
        Inputs.weights(weights, labels.length);
        for (int row = 0; row < labels.length; row++) {
            if (labels[row].length != labels[0].length || predictions[row].length != labels[0].length) {
                throw new InvalidPredictionsException("row " + row + " has " + labels[row].length + " labels and "
                        + predictions[row].length + " predictions, both must be " + labels[0].length);
            }
        }
        this.labels = labels;
        this.predictions = predictions;
        this.weights = weights;
    }

    /** Share of rows whose set is predicted exactly. */
    public double subsetAccuracy() {
        return mean((label, prediction) -> Arrays.equals(label, prediction) ? 1 : 0);
    }

    /** Share of entries that are wrong. */
    public double hammingLoss() {
        return mean((label, prediction) -> {
            double wrong = 0;
            for (int i = 0; i < label.length; i++) {
                wrong += label[i] != prediction[i] ? 1 : 0;
            }
            return wrong / label.length;
        });
    }

    /** Mean over rows of the sets' intersection over their union; a row of two empty sets counts 0, as with scikit-learn. */
    public double jaccard() {
        return mean((label, prediction) -> {
            double both = 0;
            double either = 0;
            for (int i = 0; i < label.length; i++) {
                both += label[i] && prediction[i] ? 1 : 0;
                either += label[i] || prediction[i] ? 1 : 0;
            }
            return either > 0 ? both / either : 0;
        });
    }

    /** One label against its absence. */
    public Confusion ofLabel(int number) {
        double[] cells = new double[4];
        for (int row = 0; row < labels.length; row++) {
            cells[(labels[row][number] ? 2 : 0) + (predictions[row][number] ? 1 : 0)] += weight(row);
        }
        return new Confusion(cells[3], cells[1], cells[2], cells[0]);
    }

    /** Mean F1 of all labels; one that neither occurs nor is predicted counts 0, as with scikit-learn. */
    public double macroF1() {
        double sum = 0;
        for (int i = 0; i < labels[0].length; i++) {
            double f1 = ofLabel(i).fBeta(1);
            sum += Double.isNaN(f1) ? 0 : f1;
        }
        return sum / labels[0].length;
    }

    /** F1 of all entries together. */
    public double microF1() {
        double hits = 0;
        double labelled = 0;
        double predicted = 0;
        for (int i = 0; i < labels[0].length; i++) {
            Confusion confusion = ofLabel(i);
            hits += confusion.truePositives();
            labelled += confusion.positives();
            predicted += confusion.predictedPositives();
        }
        return 2 * hits / (labelled + predicted);
    }

    private double mean(RowMetric metric) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < labels.length; row++) {
            sum += weight(row) * metric.of(labels[row], predictions[row]);
            all += weight(row);
        }
        return sum / all;
    }

    private double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    @FunctionalInterface
    private interface RowMetric {
        double of(boolean[] label, boolean[] prediction);
    }
}
