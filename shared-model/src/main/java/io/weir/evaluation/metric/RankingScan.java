package io.weir.evaluation.metric;

/**
 * Ranking metrics of a binary classifier in one pass over groups of equal score, from the highest score down, in constant
 * memory.
 *
 * <p>The area under the ROC curve counts a pair with equal scores half (Mann and Whitney, 1947). Average precision is
 * Σ (Rₙ − Rₙ₋₁) Pₙ over distinct scores, which is not the trapezoidal area under the precision-recall curve; both are here by
 * name (Davis and Goadrich, "The relationship between precision-recall and ROC curves", ICML 2006).
 */
public final class RankingScan {
    private final double positives;
    private final double negatives;
    private final double top;

    private double truePositives;
    private double falsePositives;
    private double pairs;
    private double precisionSum;
    private double trapezoidSum;
    private double largestGap;
    private double topPositives;

    /**
     * A scan of rows with these total weights.
     *
     * @param topShare the share of rows, from the top, whose lift is taken, in (0,1]
     */
    public RankingScan(double positives, double negatives, double topShare) {
        this.positives = positives;
        this.negatives = negatives;
        this.top = topShare * (positives + negatives);
    }

    /** Adds the rows of the next lower score: the weight of those with label 1 and with label 0. */
    public void add(double groupPositives, double groupNegatives) {
        double all = groupPositives + groupNegatives;
        if (!(all > 0)) {
            return;
        }
        double before = truePositives + falsePositives;
        if (before < top) {
            // A group that straddles the boundary counts by its share: the mean over all orders of its rows.
            topPositives += groupPositives * Math.min(1, (top - before) / all);
        }
        // Whole and half numbers without weights, so that the sum is exact up to 2^53.
        pairs += groupNegatives * (truePositives + groupPositives / 2);
        if (groupPositives > 0) {
            double lastPrecision = before > 0 ? truePositives / before : 1;
            double precision = (truePositives + groupPositives) / (before + all);
            precisionSum += groupPositives * precision;
            trapezoidSum += groupPositives * (precision + lastPrecision);
        }
        truePositives += groupPositives;
        falsePositives += groupNegatives;
        largestGap = Math.max(largestGap, Math.abs(truePositives * negatives - falsePositives * positives));
    }

    /** Area under the ROC curve, in [0,1]; NaN unless both labels occur. */
    public double rocAuc() {
        return pairs / positives / negatives;
    }

    /** Average precision, in [0,1]; NaN without a row of label 1. */
    public double averagePrecision() {
        return precisionSum / positives;
    }

    /** Trapezoidal area under the precision-recall curve, beginning at recall 0 and precision 1; NaN without label 1. */
    public double precisionRecallArea() {
        return trapezoidSum / 2 / positives;
    }

    /** The largest distance between the two labels' score distributions (Kolmogorov and Smirnov), in [0,1]. */
    public double kolmogorovSmirnov() {
        return largestGap / positives / negatives;
    }

    /** Precision among the top share over precision among all. */
    public double lift() {
        return topPositives / top / (positives / (positives + negatives));
    }
}
