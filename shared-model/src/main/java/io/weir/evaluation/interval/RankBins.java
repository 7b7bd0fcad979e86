package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;

/**
 * The bin of each row in one model's ranking.
 *
 * @param ofRow from 0, the highest scores, to {@code bins - 1}
 * @param firstBelow the first bin that lies below the decision threshold
 */
record RankBins(int[] ofRow, int bins, int firstBelow) {

    /** Bins of equal mass, or one for each distinct score if {@code steps} is 0. */
    static RankBins of(BinaryScores scores, ScoreOrder order, double threshold, int steps) {
        double[] totals = new double[2];
        for (int row = 0; row < scores.size(); row++) {
            totals[scores.label(row)] += scores.weight(row);
        }
        BinRule rule = new BinRule(totals[1], totals[0], threshold, steps);
        int[] ofRow = new int[scores.size()];
        int from = 0;
        while (from < ofRow.length) {
            int to = from;
            double[] tied = new double[2];
            do {
                tied[scores.label(order.row(to))] += scores.weight(order.row(to));
                to++;
            } while (to < ofRow.length && order.tiesWithPrevious(to));
            int bin = rule.next(order.score(from), tied[1], tied[0]);
            for (int place = from; place < to; place++) {
                ofRow[order.row(place)] = bin;
            }
            from = to;
        }
        return new RankBins(ofRow, rule.bins(), rule.firstBelow());
    }
}
