package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.ArrayList;
import java.util.List;

/** Scans rows that are sorted once: all of them, or every group of a partition in one pass. */
public final class BinaryScans {
    private final BinaryScores scores;
    private final SortedRows sorted;
    private final double threshold;

    /** Rows, their order, and the score from which on a row is predicted positive. */
    public BinaryScans(BinaryScores scores, ScoreOrder order, double threshold) {
        if (Double.isNaN(threshold)) {
            throw new InvalidPredictionsException("the decision threshold is NaN, must be a number such as 0.5");
        }
        this.scores = scores;
        this.sorted = new SortedRows(scores, order);
        this.threshold = threshold;
    }

    /** All rows. */
    public BinarySample all() {
        return byGroup(row -> 0, 1).getFirst();
    }

    /**
     * The rows of each group; a group without rows has metrics of NaN.
     *
     * @param groups gives each row its group, from 0 to {@code count - 1}, or -1 for none
     */
    public List<BinarySample> byGroup(Groups groups, int count) {
        List<BinaryScan> scans = new ArrayList<>();
        for (LabelTotals totals : totals(groups, count)) {
            scans.add(new BinaryScan(totals, threshold, scores.areProbabilities()));
        }
        BinaryScan[] byGroup = scans.toArray(BinaryScan[]::new);
        for (int place = 0; place < sorted.size(); place++) {
            int group = groups.of(sorted.row(place));
            if (group >= 0) {
                sorted.add(place, byGroup[group]);
            }
        }
        return scans.stream().map(BinaryScan::finish).toList();
    }

    private List<LabelTotals> totals(Groups groups, int count) {
        double[][] weights = new double[2][count];
        long[] rows = new long[count];
        for (int row = 0; row < scores.size(); row++) {
            int group = groups.of(row);
            if (group >= 0) {
                weights[scores.label(row)][group] += scores.weight(row);
                rows[group]++;
            }
        }
        List<LabelTotals> totals = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            totals.add(new LabelTotals(rows[group], weights[1][group], weights[0][group], scores.isWeighted()));
        }
        return totals;
    }

    /** Which group a row is in. */
    @FunctionalInterface
    public interface Groups {
        /** From 0 on, or -1 for none. */
        int of(int row);
    }
}
