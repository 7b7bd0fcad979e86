package io.weir.evaluation.metric;

import org.jspecify.annotations.Nullable;

/** Checks that every metric makes of its arrays before it counts. */
final class Inputs {
    private Inputs() {}

    static void sameLength(String what, int length, int rows) {
        if (length != rows) {
            throw new InvalidPredictionsException(
                    "there are " + length + " values of " + what + " for " + rows + " rows; give one for each row");
        }
    }

    static void notEmpty(int rows) {
        if (rows == 0) {
            throw new InvalidPredictionsException("there is no row to evaluate; give at least one prediction");
        }
    }

    static void finite(String what, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new InvalidPredictionsException(what + " of row " + row + " is " + values[row]
                        + ", must be a finite number; drop the row or repair what wrote it");
            }
        }
    }

    static void notNaN(String what, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row])) {
                throw new InvalidPredictionsException(
                        what + " of row " + row + " is NaN, must be a number; drop the row or repair what wrote it");
            }
        }
    }

    /** Weights that are finite, not negative, and not all zero; null weighs each row 1. */
    static void weights(double @Nullable [] weights, int rows) {
        if (weights == null) {
            return;
        }
        sameLength("the weight", weights.length, rows);
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            if (!(weights[row] >= 0 && weights[row] < Double.POSITIVE_INFINITY)) {
                throw new InvalidPredictionsException(
                        "the weight of row " + row + " is " + weights[row] + ", must be a finite number of at least 0");
            }
            sum += weights[row];
        }
        if (!(sum > 0)) {
            throw new InvalidPredictionsException("every weight is 0; give at least one row a positive weight");
        }
    }

    /** Classes from 0 to {@code classes - 1}. */
    static void classes(String what, int[] values, int classes) {
        for (int row = 0; row < values.length; row++) {
            if (values[row] < 0 || values[row] >= classes) {
                throw new InvalidPredictionsException(
                        what + " of row " + row + " is class " + values[row] + ", must be from 0 to " + (classes - 1));
            }
        }
    }
}
