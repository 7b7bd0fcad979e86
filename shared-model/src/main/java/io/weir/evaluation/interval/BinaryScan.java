package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinarySummary;
import io.weir.evaluation.metric.Confusion;
import io.weir.evaluation.metric.RankingScan;

/**
 * Takes rows of a binary classifier from the highest score down and, in one pass, gathers exact metrics and the cells that
 * the bootstrap draws from.
 *
 * <p>Memory does not depend on rows: some 60 KB above {@link Resampler#EXACT_ROWS} rows.
 */
public final class BinaryScan {
    /** Bins of equal mass: the variance of a ranking metric that they hide is of the order of one in their square. */
    static final int STEPS = 512;

    /** Where scikit-learn clips probabilities, so that one sure mistake is not an infinite loss. */
    private static final double EPSILON = Math.ulp(1.0);

    private final LabelTotals totals;
    private final CellCollector cells;
    private final RankingScan ranking;
    private final BinRule rule;
    private final boolean weighted;
    private final double[] confusion = new double[4];
    private final double[] groupWeight = new double[2];
    private final double[] groupSquares = new double[2];
    private final double[] groupRows = new double[2];
    private double lastScore = Double.NaN;
    private final double threshold;

    /**
     * A scan.
     *
     * @param totals of all rows that will be added
     * @param threshold a score from there on is a prediction of label 1
     * @param probabilities whether all scores lie in [0,1]
     */
    public BinaryScan(LabelTotals totals, double threshold, boolean probabilities) {
        boolean exact = totals.rows() <= Resampler.EXACT_ROWS;
        this.totals = totals;
        this.threshold = threshold;
        this.weighted = totals.isWeighted();
        this.ranking = new RankingScan(totals.positives(), totals.negatives(), BinaryMetric.LIFT_SHARE);
        this.rule = new BinRule(totals.positives(), totals.negatives(), threshold, exact ? 0 : STEPS);
        this.cells = new CellCollector(exact ? (int) totals.rows() : 2 * (STEPS + 3), exact, probabilities);
    }

    /** Adds a row whose score is not above that of the one before. */
    public void add(double score, int label, double weight) {
        if (score != lastScore) {
            flush();
            lastScore = score;
        }
        groupWeight[label] += weight;
        groupRows[label]++;
        if (weighted) {
            groupSquares[label] += weight * weight;
            if (cells.keepsRows()) {
                cells.keep(label, weight);
            }
        }
    }

    /** Ends the scan. */
    public BinarySample finish() {
        flush();
        ModelCells model = cells.finish(rule);
        double weight = confusion[0] + confusion[1] + confusion[2] + confusion[3];
        Confusion counts = new Confusion(confusion[3], confusion[1], confusion[2], confusion[0]);
        BinarySummary exact =
                new BinarySummary(counts, ranking, cells.logLoss() / weight, cells.squaredError() / weight);
        return new BinarySample(totals, exact, cells.resampler(), model);
    }

    private void flush() {
        if (groupRows[0] + groupRows[1] == 0) {
            return;
        }
        ranking.add(groupWeight[1], groupWeight[0]);
        int bin = rule.next(lastScore, groupWeight[1], groupWeight[0]);
        int predicted = lastScore >= threshold ? 1 : 0;
        for (int label = 0; label < 2; label++) {
            if (groupRows[label] > 0) {
                confusion[2 * label + predicted] += groupWeight[label];
                cells.add(bin, label, groupRows[label], groupWeight[label], squares(label), lastScore);
                groupRows[label] = 0;
                groupWeight[label] = 0;
                groupSquares[label] = 0;
            }
        }
    }

    private double squares(int label) {
        return weighted ? groupSquares[label] : groupWeight[label];
    }

    /** −ln of the probability that the score gives to the label. */
    static double logLoss(int label, double score) {
        double p = Math.clamp(score, EPSILON, 1 - EPSILON);
        return -Math.log(label == 1 ? p : 1 - p);
    }
}
