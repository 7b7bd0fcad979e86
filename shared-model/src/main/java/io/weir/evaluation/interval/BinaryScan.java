package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinarySummary;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.metric.RankingScan;

/**
 * Takes rows of a binary classifier from the highest score down and, in one pass, gathers exact metrics and the cells that
 * the bootstrap draws from.
 *
 * <p>Memory does not depend on rows: some 80 KB above {@link Resampler#EXACT_ROWS} rows.
 */
final class BinaryScan {
    /** Bins of equal mass: the variance of a ranking metric that they hide is of the order of one in their square. */
    static final int STEPS = 512;

    /** One bin more at the threshold and one at the lower end, two labels each. */
    static final int CELLS = 2 * (STEPS + 3);

    private final LabelTotals totals;
    private final double threshold;
    private final CellCollector cells;
    private final RankingScan ranking;
    private final BinRule rule;
    private final boolean keepsRows;
    private final double[] confusion = new double[4];
    private final double[] weight = new double[2];
    private final double[] squares = new double[2];
    private final int[] rows = new int[2];
    private final double[] loss = new double[2];
    private double lastScore = Double.NaN;

    /**
     * A scan.
     *
     * @param totals of all rows that will be added
     * @param threshold a score from there on is a prediction of label 1
     * @param probabilities whether all scores lie in [0,1]
     */
    BinaryScan(LabelTotals totals, double threshold, boolean probabilities) {
        boolean exact = totals.rows() <= Resampler.EXACT_ROWS;
        this.totals = totals;
        this.threshold = threshold;
        this.keepsRows = exact && totals.isWeighted();
        this.ranking = new RankingScan(totals.positives(), totals.negatives(), BinaryMetric.LIFT_SHARE);
        this.rule = new BinRule(totals.positives(), totals.negatives(), threshold, exact ? 0 : STEPS);
        this.cells = new CellCollector(exact ? (int) totals.rows() : CELLS, probabilities);
    }

    /**
     * Adds a row whose score is not above that of the one before.
     *
     * @param logLoss of the row
     */
    void add(double score, int label, double rowWeight, double logLoss) {
        if (score != lastScore) {
            flush();
            lastScore = score;
        }
        rows[label]++;
        weight[label] += rowWeight;
        squares[label] += rowWeight * rowWeight;
        loss[label] = logLoss;
        if (keepsRows) {
            // Rows with weights of their own are drawn as such.
            cells.addAlone(rule.bins(), label, rowWeight, logLoss, error(label));
        }
    }

    /** Ends the scan. */
    BinarySample finish() {
        flush();
        ModelCells model = cells.finish(rule);
        double all = confusion[0] + confusion[1] + confusion[2] + confusion[3];
        Confusion counts = new Confusion(confusion[3], confusion[1], confusion[2], confusion[0]);
        BinarySummary exact = new BinarySummary(counts, ranking, cells.logLoss() / all, cells.squaredError() / all);
        return new BinarySample(totals, exact, cells.resampler(), model);
    }

    private void flush() {
        if (rows[0] + rows[1] == 0) {
            return;
        }
        ranking.add(weight[1], weight[0]);
        int bin = rule.next(lastScore, weight[1], weight[0]);
        int predicted = lastScore >= threshold ? 1 : 0;
        for (int label = 0; label < 2; label++) {
            if (rows[label] > 0) {
                confusion[2 * label + predicted] += weight[label];
                if (!keepsRows) {
                    cells.add(bin, label, rows[label], weight[label], squares[label], loss[label], error(label));
                }
                rows[label] = 0;
                weight[label] = 0;
                squares[label] = 0;
            }
        }
    }

    private double error(int label) {
        return (label - lastScore) * (label - lastScore);
    }
}
