package io.weir.evaluation.metric;

/**
 * Weights of true and false positives and negatives at one threshold, and what follows from them. A quotient whose
 * denominator is 0 is NaN.
 *
 * @param truePositives at least 0, like all
 */
public record Confusion(double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {

    /** Counts rows whose score is at least {@code threshold} as predicted positive. */
    public static Confusion at(double threshold, BinaryScores rows) {
        double[] cells = new double[4];
        for (int row = 0; row < rows.size(); row++) {
            cells[2 * rows.label(row) + (rows.score(row) >= threshold ? 1 : 0)] += rows.weight(row);
        }
        return new Confusion(cells[3], cells[1], cells[2], cells[0]);
    }

    /** Weight of all rows. */
    public double total() {
        return positives() + negatives();
    }

    /** Weight of rows with label 1. */
    public double positives() {
        return truePositives + falseNegatives;
    }

    /** Weight of rows with label 0. */
    public double negatives() {
        return falsePositives + trueNegatives;
    }

    /** Weight of rows that are predicted positive. */
    public double predictedPositives() {
        return truePositives + falsePositives;
    }

    /** (TP + TN) / all. */
    public double accuracy() {
        return (truePositives + trueNegatives) / total();
    }

    /** The mean of recall and specificity. */
    public double balancedAccuracy() {
        return (recall() + specificity()) / 2;
    }

    /** TP / (TP + FP). */
    public double precision() {
        return truePositives / predictedPositives();
    }

    /** TP / (TP + FN): the true positive rate. */
    public double recall() {
        return truePositives / positives();
    }

    /** TN / (TN + FP): the true negative rate. */
    public double specificity() {
        return trueNegatives / negatives();
    }

    /** FP / (FP + TN). */
    public double falsePositiveRate() {
        return falsePositives / negatives();
    }

    /** FN / (FN + TP). */
    public double falseNegativeRate() {
        return falseNegatives / positives();
    }

    /** FP / (FP + TP). */
    public double falseDiscoveryRate() {
        return falsePositives / predictedPositives();
    }

    /** FN / (FN + TN). */
    public double falseOmissionRate() {
        return falseNegatives / (falseNegatives + trueNegatives);
    }

    /** TN / (TN + FN). */
    public double negativePredictiveValue() {
        return trueNegatives / (falseNegatives + trueNegatives);
    }

    /** (TP + FP) / all: the selection rate. */
    public double selectionRate() {
        return predictedPositives() / total();
    }

    /** (TP + FN) / all. */
    public double prevalence() {
        return positives() / total();
    }

    /** (1+β²) TP / ((1+β²) TP + β² FN + FP). */
    public double fBeta(double beta) {
        double square = beta * beta;
        double hits = (1 + square) * truePositives;
        return hits / (hits + square * falseNegatives + falsePositives);
    }

    /** Matthews' correlation coefficient: (TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)). */
    public double matthews() {
        double rows = Math.sqrt(positives()) * Math.sqrt(negatives());
        double columns = Math.sqrt(predictedPositives()) * Math.sqrt(falseNegatives + trueNegatives);
        double cross =
                truePositives / rows * (trueNegatives / columns) - falsePositives / rows * (falseNegatives / columns);
        return Math.clamp(cross, -1.0, 1.0);
    }

    /** Cohen's κ: agreement beyond chance, (p₀ − pₑ) / (1 − pₑ). */
    public double kappa() {
        double expected = (positives() * predictedPositives() + negatives() * (falseNegatives + trueNegatives))
                / total()
                / total();
        return (accuracy() - expected) / (1 - expected);
    }
}
