package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;

/**
 * Average precision with the influence of each row on it: how it changes with the row's weight, by differentiating Σ Pₙ pₙ / P over
 * groups of equal score, pₙ being the precision down to a group and Pₙ the rows of label 1 within it (the infinitesimal
 * jackknife; Efron, "The Jackknife, the Bootstrap and Other Resampling Plans", 1982).
 *
 * <p>For rows without weights; a sort and two passes.
 */
final class PrecisionArea {
    private final BinaryScores scores;
    private final ScoreOrder order;
    private final double positives;
    private final double value;

    PrecisionArea(BinaryScores scores) {
        this.scores = scores;
        this.order = ScoreOrder.of(scores);
        double hits = 0;
        double sum = 0;
        for (int from = 0; from < order.size(); ) {
            int to = end(from);
            double before = hits;
            for (int place = from; place < to; place++) {
                hits += scores.label(order.row(place));
            }
            sum += (hits - before) * hits / to;
            from = to;
        }
        this.positives = hits;
        this.value = sum / hits;
    }

    /** The place behind the rows of equal score. */
    private int end(int from) {
        int to = from + 1;
        while (to < order.size() && order.tiesWithPrevious(to)) {
            to++;
        }
        return to;
    }

    /** Average precision; NaN without a row of label 1. */
    double value() {
        return value;
    }

    /**
     * Adds each row's influence times a factor; the squares of the sums over several areas are the variance of their sum. It is not
     * finite if fewer rows have label 1 than an interval needs.
     */
    void addInfluences(double[] influences, double factor) {
        double rows = order.size();
        double correction =
                positives < Bootstrap.LEAST_OF_EACH_LABEL ? Double.POSITIVE_INFINITY : Math.sqrt(rows / (rows - 1));
        double hits = positives;
        double below = 0;
        double weighted = 0;
        for (int to = order.size(); to > 0; ) {
            int from = to - 1;
            while (from > 0 && order.tiesWithPrevious(from)) {
                from--;
            }
            double ofGroup = 0;
            for (int place = from; place < to; place++) {
                ofGroup += scores.label(order.row(place));
            }
            double precision = hits / to;
            // A row moves the precision of its own group and of all below it.
            below += ofGroup / to;
            weighted += ofGroup / to * precision;
            for (int place = from; place < to; place++) {
                int label = scores.label(order.row(place));
                double influence = label * (precision - value) + label * below - weighted;
                influences[order.row(place)] += factor * correction * influence / positives;
            }
            hits -= ofGroup;
            to = from;
        }
    }
}
