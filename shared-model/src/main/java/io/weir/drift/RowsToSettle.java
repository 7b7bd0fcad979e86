package io.weir.drift;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * About how many rows would settle an open verdict, if the distance stays what it looks like now: scatter shrinks with the
 * root of the rows, so the score of today's p-value grows with it until it reaches the level's.
 *
 * @param current rows of the current side; 0 if no number of rows that can be had would do
 * @param reference rows of the reference; more than there are only if the current side alone can't settle it
 */
record RowsToSettle(long current, long reference) {
    static final RowsToSettle UNKNOWN = new RowsToSettle(0, 0);
    /** More rows than anybody has: the distance is at the limit. */
    private static final double MOST = 1e9;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * The estimate.
     *
     * @param pValue of the nearer verdict
     * @param level that it must reach
     */
    static RowsToSettle of(double pValue, double level, double referenceCount, double currentCount) {
        double score = NORMAL.inverseSurvivalProbability(Math.max(pValue, Double.MIN_NORMAL));
        double needed = NORMAL.inverseSurvivalProbability(level);
        if (!(score > 0) || referenceCount < 1 || currentCount < 1) {
            return UNKNOWN;
        }
        return shrinking(Math.max(1, needed / score * (needed / score)), referenceCount, currentCount);
    }

    /** Rows of which the squared scatter is so many times smaller than that of those there are. */
    static RowsToSettle shrinking(double factor, double referenceCount, double currentCount) {
        double variance = (1 / referenceCount + 1 / currentCount) / factor;
        double alone = 1 / (variance - 1 / referenceCount);
        // With little of the scatter left to the current side, a few more rows of the reference save many there.
        if (alone > 0 && alone <= MOST && alone <= 20 * factor * currentCount) {
            return new RowsToSettle((long) Math.ceil(alone), Math.round(referenceCount));
        }
        double each = 2 / variance;
        return each > MOST ? UNKNOWN : new RowsToSettle((long) Math.ceil(each), (long) Math.ceil(each));
    }
}
