package io.weir.evaluation.interval;

/**
 * Cuts rows, from the highest score down, into bins that never split equal scores and never span the threshold.
 *
 * <p>Bins are of equal mass in the mean of both labels' shares, so that a rare label has as many bins as a frequent one; or
 * there is one for each distinct score.
 */
final class BinRule {
    private final double ofPositive;
    private final double ofNegative;
    private final double threshold;
    private final int steps;
    private double mass;
    private int bin = -1;
    private int step;
    private boolean below;
    private int firstBelow = -1;

    /** A rule for these total weights; {@code steps} of 0 makes a bin of each distinct score. */
    BinRule(double positives, double negatives, double threshold, int steps) {
        double labels = (positives > 0 ? 1 : 0) + (negatives > 0 ? 1 : 0);
        // With one label only, its share is the whole mass.
        this.ofPositive = positives > 0 ? 1 / (labels * positives) : 0;
        this.ofNegative = negatives > 0 ? 1 / (labels * negatives) : 0;
        this.threshold = threshold;
        this.steps = steps;
    }

    /** The bin of the group with the next lower score. */
    int next(double score, double groupPositives, double groupNegatives) {
        boolean nowBelow = score < threshold;
        double share = groupPositives * ofPositive + groupNegatives * ofNegative;
        int nowStep = (int) ((mass + share / 2) * steps);
        if (steps == 0 || bin < 0 || nowBelow != below || nowStep != step) {
            bin++;
        }
        if (nowBelow && firstBelow < 0) {
            firstBelow = bin;
        }
        below = nowBelow;
        step = nowStep;
        mass += share;
        return bin;
    }

    /** Bins so far. */
    int bins() {
        return bin + 1;
    }

    /** The first bin whose scores are below the threshold; {@link #bins()} if there is none. */
    int firstBelow() {
        return firstBelow < 0 ? bins() : firstBelow;
    }
}
