package io.weir.drift;

/**
 * A range learnt from the reference's own chunks: their mean, three standard deviations (with divisor n) down and up, cut to
 * what is possible. NannyML's default. It says what chunks of the reference's size usually show, so it is too wide or too
 * narrow for chunks of another size; the verdicts of {@link DriftJudge} don't have that weakness and don't use it.
 *
 * @param lower below this a chunk is unusual
 * @param upper above this a chunk is unusual
 */
public record LearnedThreshold(double lower, double upper) {
    private static final double DEVIATIONS = 3;

    /**
     * The range of these chunks' values.
     *
     * @param least possible value
     * @param most possible value
     * @throws IllegalArgumentException if there is no chunk
     */
    public static LearnedThreshold of(double[] chunks, double least, double most) {
        if (chunks.length == 0) {
            throw new IllegalArgumentException("no chunk to learn from; at least 1 is needed");
        }
        double mean = 0;
        for (double value : chunks) {
            mean += value / chunks.length;
        }
        double variance = 0;
        for (double value : chunks) {
            variance += (value - mean) * (value - mean) / chunks.length;
        }
        double reach = DEVIATIONS * Math.sqrt(variance);
        return new LearnedThreshold(Math.max(least, mean - reach), Math.min(most, mean + reach));
    }

    /** Whether a chunk's value is outside of the range. */
    public boolean alerts(double value) {
        return value < lower || value > upper;
    }
}
