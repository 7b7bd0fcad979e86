package io.weir.evaluation.check;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;

/**
 * Whether a single feature predicts the label nearly alone, as the date of a cancellation predicts a cancellation.
 *
 * <p>The feature's own ROC AUC, either way round, is compared with a limit. Categories are scored by their share of label 1 among
 * one half of the rows and tested on the other, so that a column of ids is no leak.
 */
public final class LabelLeak {
    /** Honest features seldom come near. */
    public static final double DEFAULT_LIMIT = 0.99;

    private static final int LEAST_OF_EACH_LABEL = 10;

    private LabelLeak() {}

    /** A feature of numbers; NaN, as a value that is missing, counts as lower than all. */
    public static Finding ofNumbers(String feature, byte[] labels, double[] values, double limit) {
        double[] scores = new double[values.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Double.isNaN(values[row]) ? Double.NEGATIVE_INFINITY : values[row];
        }
        return finding(feature, labels, scores, limit);
    }

    /** A feature of categories. */
    public static Finding ofCategories(SliceColumn feature, byte[] labels, double limit) {
        int values = feature.values().size();
        double[] positives = new double[values];
        double[] rows = new double[values];
        double allPositives = 0;
        int learned = 0;
        for (int row = 0; row < labels.length; row++) {
            if (isLearnedFrom(row)) {
                positives[feature.codes()[row]] += labels[row];
                rows[feature.codes()[row]]++;
                allPositives += labels[row];
                learned++;
            }
        }
        byte[] tested = new byte[labels.length - learned];
        double[] scores = new double[tested.length];
        int count = 0;
        for (int row = 0; row < labels.length; row++) {
            if (!isLearnedFrom(row)) {
                int code = feature.codes()[row];
                tested[count] = labels[row];
                scores[count++] = rows[code] > 0 ? positives[code] / rows[code] : allPositives / learned;
            }
        }
        return finding(feature.name(), tested, scores, limit);
    }

    /** Half of the rows, in no order that a file may have: labels often alternate, or come sorted. */
    private static boolean isLearnedFrom(int row) {
        long mixed = (row + 1L) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        return (mixed >>> 62 & 1) == 1;
    }

    private static Finding finding(String feature, byte[] labels, double[] scores, double limit) {
        int[] counts = new int[2];
        for (byte label : labels) {
            counts[label]++;
        }
        if (Math.min(counts[0], counts[1]) < LEAST_OF_EACH_LABEL) {
            return new Finding(
                    "label_leak",
                    feature,
                    Double.NaN,
                    Verdict.INSUFFICIENT_EVIDENCE,
                    "fewer than " + LEAST_OF_EACH_LABEL + " rows of either label: no telling whether '" + feature
                            + "' gives it away.");
        }
        double auc = auc(labels, scores);
        double strength = Math.max(auc, 1 - auc);
        boolean leak = strength >= limit;
        String reason = "'" + feature + "' alone has a ROC AUC of " + Numbers.shown(strength) + ", limit "
                + Numbers.shown(limit) + ": "
                + (leak
                        ? "it gives the label away and is hardly known beforehand."
                        : "it does not give the label away.");
        return new Finding("label_leak", feature, strength, leak ? Verdict.FAIL : Verdict.PASS, reason);
    }

    private static double auc(byte[] labels, double[] scores) {
        return BinaryScores.of(labels, scores).rocAuc();
    }
}
