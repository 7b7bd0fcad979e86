package io.weir.evaluation.metric;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Metrics of predicted numbers, by the name that thresholds and results use. */
public enum RegressionMetric implements Metric {
    MAE(false, s -> s[RegressionSums.ABSOLUTE] / s[RegressionSums.WEIGHT]),
    MSE(false, s -> s[RegressionSums.SQUARES] / s[RegressionSums.WEIGHT]),
    RMSE(false, s -> Math.sqrt(s[RegressionSums.SQUARES] / s[RegressionSums.WEIGHT])),
    /** A label of 0 counts as 2⁻⁵², as with scikit-learn. */
    MAPE(false, s -> s[RegressionSums.PERCENTAGE] / s[RegressionSums.WEIGHT]),
    /** Mean of 2|y − ŷ| / (|y| + |ŷ|), from 0 to 2; a row of two zeros counts 0. */
    SMAPE(false, s -> s[RegressionSums.SYMMETRIC] / s[RegressionSums.WEIGHT]),
    WAPE(false, s -> s[RegressionSums.ABSOLUTE] / s[RegressionSums.MAGNITUDE]),
    R2(true, s -> 1 - s[RegressionSums.SQUARES] / spread(s)),
    EXPLAINED_VARIANCE(
            true,
            s -> 1
                    - (s[RegressionSums.SQUARES]
                                    - s[RegressionSums.ERROR] * s[RegressionSums.ERROR] / s[RegressionSums.WEIGHT])
                            / spread(s)),
    BIAS(false, s -> -s[RegressionSums.ERROR] / s[RegressionSums.WEIGHT]),
    MEDIAN_ABSOLUTE_ERROR(false, s -> Double.NaN),
    MAX_ERROR(false, s -> Double.NaN);

    private final boolean higherIsBetter;
    private final ToDoubleFunction<double[]> formula;

    RegressionMetric(boolean higherIsBetter, ToDoubleFunction<double[]> formula) {
        this.higherIsBetter = higherIsBetter;
        this.formula = formula;
    }

    /** The value from sums of rows; NaN if undefined or if it needs more than sums. */
    public double of(double[] sums) {
        double value = formula.applyAsDouble(sums);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /** Whether sums over rows are enough. */
    public boolean isOfSums() {
        return this != MEDIAN_ABSOLUTE_ERROR && this != MAX_ERROR;
    }

    private static double spread(double[] s) {
        return s[RegressionSums.LABEL_SQUARES]
                - s[RegressionSums.LABEL] * s[RegressionSums.LABEL] / s[RegressionSums.WEIGHT];
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
        return higherIsBetter || this == BIAS ? Double.NEGATIVE_INFINITY : 0;
    }

    @Override
    public double highest() {
        return higherIsBetter ? 1 : Double.POSITIVE_INFINITY;
    }

    @Override
    public String whyUndefined() {
        return switch (this) {
            case R2, EXPLAINED_VARIANCE -> "all labels are the same";
            case WAPE -> "all labels are 0";
            default -> "the rows have no weight";
        };
    }

    /**
     * The metric of that name.
     *
     * @throws IllegalArgumentException naming the name and all that there are
     */
    public static RegressionMetric named(String id) {
        return Metric.named(id, List.of(values()));
    }
}
