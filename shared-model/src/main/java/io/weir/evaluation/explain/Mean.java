package io.weir.evaluation.explain;

/**
 * A mean of independent values.
 *
 * @param error its standard error; NaN of a single value
 */
record Mean(double value, double error) {
    static Mean of(double[] values) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double gap = values[i] - mean;
            mean += gap / (i + 1);
            squares += gap * (values[i] - mean);
        }
        double n = values.length;
        return new Mean(mean, n > 1 ? Math.sqrt(squares / (n - 1) / n) : Double.NaN);
    }
}
