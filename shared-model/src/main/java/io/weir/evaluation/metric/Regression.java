package io.weir.evaluation.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Errors of predicted numbers.
 *
 * <p>Sums over rows, so that intervals can be drawn from groups of rows; quantiles of the error need all of them. Labels and
 * predictions must be finite.
 */
public final class Regression {
    /** How many sums a row adds to. */
    public static final int SUMS = RegressionSums.COUNT;

    private final double[] labels;
    private final double[] predictions;
    private final double @Nullable [] weights;
    /** Taken off labels before they are squared, so that no digits cancel. */
    private final double centre;

    /**
     * Rows.
     *
     * @param weights null weighs each row 1
     * @throws InvalidPredictionsException naming the row and the value that is not allowed
     */
    public Regression(double[] labels, double[] predictions, double @Nullable [] weights) {
        Inputs.notEmpty(labels.length);
        Inputs.sameLength("the prediction", predictions.length, labels.length);
        Inputs.finite("the label", labels);
        Inputs.finite("the prediction", predictions);
        Inputs.weights(weights, labels.length);
        this.labels = labels;
        this.predictions = predictions;
        this.weights = weights;
        this.centre = Arrays.stream(labels).average().orElse(0);
    }

    /** Rows. */
    public int size() {
        return labels.length;
    }

    /** Whether rows differ in weight. */
    public boolean isWeighted() {
        return weights != null;
    }

    /**
     * Adds a row's part of every sum that {@link RegressionMetric} is computed from.
     *
     * @param offset the place of the first of {@link #SUMS} sums
     */
    public void addTo(double[] sums, int offset, int row) {
        double weight = weights == null ? 1 : weights[row];
        double error = labels[row] - predictions[row];
        double size = Math.abs(labels[row]);
        double both = size + Math.abs(predictions[row]);
        double label = labels[row] - centre;
        sums[offset + RegressionSums.WEIGHT] += weight;
        sums[offset + RegressionSums.LABEL] += weight * label;
        sums[offset + RegressionSums.LABEL_SQUARES] += weight * label * label;
        sums[offset + RegressionSums.ERROR] += weight * error;
        sums[offset + RegressionSums.ABSOLUTE] += weight * Math.abs(error);
        sums[offset + RegressionSums.SQUARES] += weight * error * error;
        sums[offset + RegressionSums.PERCENTAGE] += weight * Math.abs(error) / Math.max(Math.ulp(1.0), size);
        sums[offset + RegressionSums.SYMMETRIC] += both > 0 ? weight * 2 * Math.abs(error) / both : 0;
        sums[offset + RegressionSums.MAGNITUDE] += weight * size;
    }

    /** How far a prediction is off. */
    public double absoluteError(int row) {
        return Math.abs(labels[row] - predictions[row]);
    }

    /** The value of a metric. */
    public double value(RegressionMetric metric) {
        return switch (metric) {
            case MEDIAN_ABSOLUTE_ERROR -> quantileOfAbsoluteError(0.5);
            case MAX_ERROR -> maximumError();
            default -> metric.of(sums());
        };
    }

    private double[] sums() {
        double[] sums = new double[SUMS];
        for (int row = 0; row < labels.length; row++) {
            addTo(sums, 0, row);
        }
        return sums;
    }

    /**
     * The weighted quantile of the absolute error; of an even number of equal weights the mean of the two in the middle.
     *
     * @param share in (0,1)
     */
    public double quantileOfAbsoluteError(double share) {
        Integer[] order = new Integer[labels.length];
        Arrays.setAll(order, row -> row);
        double[] errors = new double[labels.length];
        Arrays.setAll(errors, row -> Math.abs(labels[row] - predictions[row]));
        if (weights == null) {
            Arrays.sort(errors);
            double place = share * (errors.length - 1);
            int at = (int) place;
            int next = Math.min(at + 1, errors.length - 1);
            return errors[at] + (place - at) * (errors[next] - errors[at]);
        }
        Arrays.sort(order, (a, b) -> Double.compare(errors[a], errors[b]));
        double half = share * Arrays.stream(weights).sum();
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            sum += weights[order[i]];
            if (sum > half) {
                return errors[order[i]];
            }
            if (sum == half) {
                return (errors[order[i]] + errors[order[Math.min(i + 1, order.length - 1)]]) / 2;
            }
        }
        return errors[order[order.length - 1]];
    }

    /**
     * The mean pinball loss of a predicted quantile.
     *
     * @param share of the quantile, in (0,1)
     */
    public double pinball(double share) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < labels.length; row++) {
            double weight = weights == null ? 1 : weights[row];
            double error = labels[row] - predictions[row];
            sum += weight * (error >= 0 ? share * error : (share - 1) * error);
            all += weight;
        }
        return sum / all;
    }

    private double maximumError() {
        double largest = 0;
        for (int row = 0; row < labels.length; row++) {
            largest = Math.max(largest, Math.abs(labels[row] - predictions[row]));
        }
        return largest;
    }
}
