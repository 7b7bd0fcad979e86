package io.weir.evaluation.metric;

import io.weir.evaluation.metric.ClassCounts.Average;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Labels and predictions of several classes, numbered from 0, as sums: three numbers for each class, and what the scores add.
 *
 * <p>Log loss is there if every row's scores are probabilities that sum to 1 within {@value #TOLERANCE}. Arrays are kept.
 */
public final class MulticlassRows implements SummedRows {
    /** Scores are often written with four digits. */
    public static final double TOLERANCE = 1e-3;

    private static final int ROWS = 0;
    private static final int HITS = 1;
    private static final int LOG_LOSS = 2;
    private static final int RANKS = 3;

    private final int[] labels;
    private final int[] predictions;
    private final double @Nullable [][] scores;
    private final int classes;
    private final int[] ranks;
    private final boolean probabilities;

    /**
     * Rows.
     *
     * @param labels from 0 to {@code classes - 1}, as {@code predictions}
     * @param scores by class, then by row; null if there are none
     * @param ranks each the k of a top-k accuracy
     * @throws InvalidPredictionsException naming the row and the value that is not allowed
     */
    public MulticlassRows(int[] labels, int[] predictions, double @Nullable [][] scores, int classes, int... ranks) {
        Inputs.notEmpty(labels.length);
        Inputs.sameLength("the prediction", predictions.length, labels.length);
        Inputs.classes("the label", labels, classes);
        Inputs.classes("the prediction", predictions, classes);
        if (scores != null) {
            for (double[] column : scores) {
                Inputs.sameLength("the score", column.length, labels.length);
                Inputs.notNaN("the score", column);
            }
        }
        this.labels = labels;
        this.predictions = predictions;
        this.scores = scores;
        this.classes = classes;
        this.ranks = scores == null ? new int[0] : ranks;
        this.probabilities = scores != null && areProbabilities(scores, labels.length);
    }

    /** The class with the highest score of each row; of equal ones the first. */
    public static int[] highest(double[][] scores) {
        int[] highest = new int[scores[0].length];
        for (int c = 1; c < scores.length; c++) {
            for (int row = 0; row < highest.length; row++) {
                highest[row] = scores[c][row] > scores[highest[row]][row] ? c : highest[row];
            }
        }
        return highest;
    }

    private static boolean areProbabilities(double[][] scores, int rows) {
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (double[] column : scores) {
                if (!(column[row] >= 0 && column[row] <= 1)) {
                    return false;
                }
                sum += column[row];
            }
            if (Math.abs(sum - 1) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int width() {
        return RANKS + ranks.length + 3 * classes;
    }

    @Override
    public void addTo(double[] sums, int offset, int row) {
        int label = labels[row];
        int from = offset + RANKS + ranks.length;
        sums[offset + ROWS]++;
        sums[from + classes + label]++;
        sums[from + 2 * classes + predictions[row]]++;
        if (label == predictions[row]) {
            sums[offset + HITS]++;
            sums[from + label]++;
        }
        if (scores != null) {
            sums[offset + LOG_LOSS] += logLoss(scores, row);
            int above = above(scores, row);
            for (int i = 0; i < ranks.length; i++) {
                sums[offset + RANKS + i] += above < ranks[i] ? 1 : 0;
            }
        }
    }

    private double logLoss(double[][] of, int row) {
        return probabilities
                ? -Math.log(Math.clamp(of[labels[row]][row], Math.ulp(1.0), 1 - Math.ulp(1.0)))
                : Double.NaN;
    }

    /** Classes that rank above the label; of equal scores the later class counts as higher. */
    private int above(double[][] of, int row) {
        double own = of[labels[row]][row];
        int above = 0;
        for (int c = 0; c < of.length; c++) {
            above += of[c][row] > own || (of[c][row] == own && c > labels[row]) ? 1 : 0;
        }
        return above;
    }

    @Override
    public double loss(int row) {
        return scores != null && probabilities ? logLoss(scores, row) : labels[row] == predictions[row] ? 0 : 1;
    }

    @Override
    public List<SummedMetric> metrics() {
        List<SummedMetric> metrics = new ArrayList<>();
        metrics.add(SummedMetric.share("accuracy", HITS, ROWS));
        metrics.add(counted("balanced_accuracy", ClassCounts::balancedAccuracy));
        for (Average average : List.of(Average.MACRO, Average.MICRO, Average.WEIGHTED)) {
            String name = average.name().toLowerCase(java.util.Locale.ROOT);
            metrics.add(counted("precision_" + name, counts -> counts.precision(average)));
            metrics.add(counted("recall_" + name, counts -> counts.recall(average)));
            metrics.add(counted("f1_" + name, counts -> counts.f1(average)));
        }
        metrics.add(counted("kappa", ClassCounts::kappa).fromMinusOne());
        metrics.add(counted("mcc", ClassCounts::matthews).fromMinusOne());
        if (scores != null) {
            metrics.add(SummedMetric.loss(
                    "log_loss",
                    "not all rows have probabilities in [0,1] that sum to 1",
                    sums -> sums[LOG_LOSS] / sums[ROWS]));
            for (int i = 0; i < ranks.length; i++) {
                metrics.add(SummedMetric.share("top_k_accuracy@" + ranks[i], RANKS + i, ROWS));
            }
        }
        return metrics;
    }

    private SummedMetric counted(String id, ToDoubleFunction<ClassCounts> formula) {
        int from = RANKS + ranks.length;
        return SummedMetric.score(
                id,
                "labels or predictions are all the same",
                sums -> formula.applyAsDouble(ClassCounts.of(sums, from, classes)));
    }
}
