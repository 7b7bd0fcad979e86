package io.weir.evaluation.explain;

import java.util.List;

/**
 * Rows as a model is given them.
 *
 * @param rows by row, then by feature; NaN is missing; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record FeatureTable(List<Feature> features, double[][] rows) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no row, or one has not as many values as there are features
     */
    public FeatureTable {
        features = List.copyOf(features);
        if (rows.length == 0) {
            throw new IllegalArgumentException("there is no row to explain a model by; give at least one");
        }
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != features.size()) {
                throw new IllegalArgumentException("row " + row + " has " + rows[row].length + " values for "
                        + features.size() + " features; give one for each");
            }
        }
    }

    /** The rows, to be changed. */
    double[][] copy() {
        double[][] copy = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            copy[row] = rows[row].clone();
        }
        return copy;
    }
}
