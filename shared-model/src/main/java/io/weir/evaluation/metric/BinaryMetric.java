package io.weir.evaluation.metric;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Metrics of a binary classifier, by the name that thresholds and results use. */
public enum BinaryMetric implements Metric {
    ACCURACY(true, s -> s.confusion().accuracy()),
    BALANCED_ACCURACY(true, s -> s.confusion().balancedAccuracy()),
    PRECISION(true, s -> s.confusion().precision()),
    RECALL(true, s -> s.confusion().recall()),
    SPECIFICITY(true, s -> s.confusion().specificity()),
    F1(true, s -> s.confusion().fBeta(1)),
    F05(true, s -> s.confusion().fBeta(0.5)),
    F2(true, s -> s.confusion().fBeta(2)),
    MCC(true, s -> s.confusion().matthews()),
    KAPPA(true, s -> s.confusion().kappa()),
    ROC_AUC(true, s -> s.ranking().rocAuc()),
    GINI(true, s -> 2 * s.ranking().rocAuc() - 1),
    AVERAGE_PRECISION(true, s -> s.ranking().averagePrecision()),
    PR_AUC(true, s -> s.ranking().precisionRecallArea()),
    KS(true, s -> s.ranking().kolmogorovSmirnov()),
    LIFT_10(true, s -> s.ranking().lift()),
    LOG_LOSS(false, BinarySummary::logLoss),
    BRIER(false, BinarySummary::brier);

    /** The share of rows whose lift {@link #LIFT_10} is. */
    public static final double LIFT_SHARE = 0.1;

    /** All, in order of declaration. */
    static final List<BinaryMetric> ALL = List.of(values());

    /** How many there are. */
    public static final int COUNT = ALL.size();

    private final boolean higherIsBetter;
    private final ToDoubleFunction<BinarySummary> formula;

    BinaryMetric(boolean higherIsBetter, ToDoubleFunction<BinarySummary> formula) {
        this.higherIsBetter = higherIsBetter;
        this.formula = formula;
    }

    double of(BinarySummary summary) {
        return formula.applyAsDouble(summary);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    @Override
    public double lowest() {
        return switch (this) {
            case MCC, KAPPA, GINI -> -1;
            default -> 0;
        };
    }

    @Override
    public double highest() {
        return switch (this) {
            case LIFT_10 -> 1 / LIFT_SHARE;
            case LOG_LOSS -> Double.POSITIVE_INFINITY;
            default -> 1;
        };
    }

    @Override
    public String whyUndefined() {
        return switch (this) {
            case PRECISION -> "no row is predicted positive";
            case RECALL, AVERAGE_PRECISION, PR_AUC, LIFT_10 -> "no row has label 1";
            case SPECIFICITY -> "no row has label 0";
            case BALANCED_ACCURACY, ROC_AUC, GINI, KS -> "only one of the two labels occurs";
            case F1, F05, F2 -> "no row has label 1 and none is predicted positive";
            case MCC -> "labels or predictions are all the same";
            case KAPPA -> "labels and predictions are all the same";
            case LOG_LOSS, BRIER -> "not all scores are probabilities in [0,1]";
            case ACCURACY -> "the rows have no weight";
        };
    }

    /**
     * The metric of that name.
     *
     * @throws IllegalArgumentException naming the name and all that there are
     */
    public static BinaryMetric named(String id) {
        return Metric.named(id, ALL);
    }
}
