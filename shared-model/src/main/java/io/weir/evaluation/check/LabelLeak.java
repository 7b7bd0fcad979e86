package io.weir.evaluation.check;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;

/**
 * Whether a single feature predicts the label nearly alone, as the date of a cancellation predicts a cancellation.
 *
 * <p>The feature's own ROC AUC, either way round, is compared with a limit. Categories are scored by their share of label 1 among
 * the rows of odd number and tested on those of even number, so that a column of ids is no leak.
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
        double prevalence = 0;
        for (int row = 1; row < labels.length; row += 2) {
            positives[feature.codes()[row]] += labels[row];
            rows[feature.codes()[row]]++;
            prevalence += labels[row] / (labels.length / 2.0);
        }
        byte[] tested = new byte[(labels.length + 1) / 2];
        double[] scores = new double[tested.length];
        for (int i = 0; i < tested.length; i++) {
            int code = feature.codes()[2 * i];
            tested[i] = labels[2 * i];
            scores[i] = rows[code] > 0 ? positives[code] / rows[code] : prevalence;
        }
        return finding(feature.name(), tested, scores, limit);
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
