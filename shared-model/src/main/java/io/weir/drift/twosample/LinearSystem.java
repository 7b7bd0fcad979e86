package io.weir.drift.twosample;

/** Solves a few linear equations by Gaussian elimination with pivoting. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves in place.
     *
     * @param augmented rows of coefficients, each followed by its right side
     * @throws IllegalArgumentException if the equations do not determine the unknowns
     */
    static double[] solve(double[][] augmented) {
        int size = augmented.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(augmented[row][column]) > Math.abs(augmented[pivot][column]) ? row : pivot;
            }
            double[] swapped = augmented[column];
            augmented[column] = augmented[pivot];
            augmented[pivot] = swapped;
            if (Math.abs(augmented[column][column]) < 1e-12) {
                throw new IllegalArgumentException("the equations do not determine unknown " + column);
            }
            for (int row = 0; row < size; row++) {
                if (row != column) {
                    eliminate(augmented[row], augmented[column], column);
                }
            }
        }
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            solution[row] = augmented[row][size] / augmented[row][row];
        }
        return solution;
    }

    private static void eliminate(double[] row, double[] by, int column) {
        double factor = row[column] / by[column];
        for (int i = column; i < row.length; i++) {
            row[i] -= factor * by[i];
        }
    }
}
