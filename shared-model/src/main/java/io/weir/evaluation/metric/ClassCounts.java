package io.weir.evaluation.metric;

import java.util.Arrays;

/**
 * Quality of predicted classes or labels from three weights of each: rows that have it and are predicted to (hits), that have it,
 * that are predicted to.
 *
 * <p>Averages are those of scikit-learn: macro over the classes, each alike; weighted by the labels' weight; micro over all
 * together. A class that is never predicted has precision 0 within an average, as there.
 */
public record ClassCounts(double[] hits, double[] labelled, double[] predicted) {
    /** How classes are averaged. */
    public enum Average {
        /** Each class that occurs as label or prediction alike. */
        MACRO,
        /** Each class alike, those that do not occur, too, as 0: what scikit-learn does with sets of labels. */
        MACRO_OF_ALL,
        /** Each class by the weight of its labels. */
        WEIGHTED,
        /** All classes' counts together. */
        MICRO
    }

    /** Counts in a row of sums: hits of all classes, then labels, then predictions. */
    static ClassCounts of(double[] sums, int from, int classes) {
        return new ClassCounts(
                Arrays.copyOfRange(sums, from, from + classes),
                Arrays.copyOfRange(sums, from + classes, from + 2 * classes),
                Arrays.copyOfRange(sums, from + 2 * classes, from + 3 * classes));
    }

    /** Share of rows whose prediction is their label, if each row has one. */
    public double accuracy() {
        return sum(hits) / sum(labelled);
    }

    /** Mean recall of the classes that occur as label. */
    public double balancedAccuracy() {
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < hits.length; c++) {
            if (labelled[c] > 0) {
                sum += hits[c] / labelled[c];
                occurring++;
            }
        }
        return sum / occurring;
    }

    /** Average precision over classes. */
    public double precision(Average average) {
        return averaged(average, (hit, label, prediction) -> hit / prediction);
    }

    /** Average recall over classes. */
    public double recall(Average average) {
        return averaged(average, (hit, label, prediction) -> hit / label);
    }

    /** Average F1 over classes. */
    public double f1(Average average) {
        return averaged(average, (hit, label, prediction) -> 2 * hit / (label + prediction));
    }

    /** Cohen's κ, if each row has one label. */
    public double kappa() {
        double n = sum(labelled);
        double expected = 0;
        for (int c = 0; c < hits.length; c++) {
            expected += labelled[c] / n * (predicted[c] / n);
        }
        return (accuracy() - expected) / (1 - expected);
    }

    /** Matthews' coefficient for several classes (Gorodkin, 2004), if each row has one label. */
    public double matthews() {
        double n = sum(labelled);
        double cross = 0;
        double squaresOfLabels = 0;
        double squaresOfPredictions = 0;
        for (int c = 0; c < hits.length; c++) {
            cross += labelled[c] / n * (predicted[c] / n);
            squaresOfLabels += labelled[c] / n * (labelled[c] / n);
            squaresOfPredictions += predicted[c] / n * (predicted[c] / n);
        }
        return (accuracy() - cross) / Math.sqrt((1 - squaresOfLabels) * (1 - squaresOfPredictions));
    }

    private double averaged(Average average, ClassMetric metric) {
        if (average == Average.MICRO) {
            return metric.of(sum(hits), sum(labelled), sum(predicted));
        }
        double sum = 0;
        double weights = 0;
        for (int c = 0; c < hits.length; c++) {
            if (labelled[c] + predicted[c] > 0 || average == Average.MACRO_OF_ALL) {
                double weight = average == Average.WEIGHTED ? labelled[c] : 1;
                double value = metric.of(hits[c], labelled[c], predicted[c]);
                sum += Double.isNaN(value) ? 0 : weight * value;
                weights += weight;
            }
        }
        return sum / weights;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    @FunctionalInterface
    private interface ClassMetric {
        double of(double hits, double labelled, double predicted);
    }
}
