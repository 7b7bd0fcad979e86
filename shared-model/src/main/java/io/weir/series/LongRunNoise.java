package io.weir.series;

/**
 * How much averages of a series wobble by chance: the square root of its long-run variance, from which nothing is taken
 * for a change that ordinary slow wandering explains.
 *
 * <p>Means of neighbouring blocks are compared, for several block lengths, and the median of their differences counts, so
 * that level shifts do not (Wu and Zhao, "Inference of trends in time series", 2007). The largest answer wins, since short
 * blocks miss slow wandering; a first-order autoregression, whose parameter two kinds of differences give, covers series
 * too short for long blocks. Linear time.
 */
final class LongRunNoise {
    /** The median of |Z|. */
    private static final double MEDIAN_OF_GAUSSIAN = 0.6744897501960817;

    /** So many blocks give a median difference to about a quarter. */
    private static final int LEAST_BLOCKS = 24;

    private static final int GROWTH = 2;

    /**
     * Blocks grow with the cube root of the length, as the paper asks. The factor is a compromise measured on synthetic
     * noise: with twice as long blocks, steps every 60 of 600 intervals pass for wandering; with shorter ones, wandering
     * with a memory of 10 in 1,440 passes for steps more often than in the few per cent of series it does now.
     */
    private static final double BLOCK_FACTOR = 4;

    /** A memory of a hundred intervals; beyond it is a random walk, of which no change can be told. */
    private static final double MOST_CORRELATED = 0.98;

    private LongRunNoise() {}

    /** Per square root of an interval, for {@code values} without gaps or spikes; 0 only if they are all alike. */
    static double of(double[] values) {
        double noise = autoregressive(values);
        double longest = Math.cbrt(BLOCK_FACTOR * values.length);
        for (int block = 1; block <= longest && values.length / block >= LEAST_BLOCKS; block *= GROWTH) {
            noise = Math.max(noise, Math.sqrt(block) * ofBlocks(values, block));
        }
        return noise > 0 ? noise : rootMeanSquare(values);
    }

    /** Of the differences between the means of neighbouring blocks, per block. */
    private static double ofBlocks(double[] values, int block) {
        double[] means = new double[values.length / block];
        for (int b = 0; b < means.length; b++) {
            for (int i = b * block; i < (b + 1) * block; i++) {
                means[b] += values[i] / block;
            }
        }
        return typicalDifference(means, 1);
    }

    /** Var(x(t) - x(t-k)) is 2 s² (1 - r^k), so the ratio for k = 2 and 1 is 1 + r, whatever shifts there are. */
    private static double autoregressive(double[] values) {
        double near = typicalDifference(values, 1);
        double far = typicalDifference(values, 2);
        if (!(near > 0)) {
            return 0;
        }
        double r = Math.max(0, Math.min(MOST_CORRELATED, far * far / (near * near) - 1));
        return near * Math.sqrt(1 + r) / (1 - r);
    }

    /** The spread of a value by the median difference between neighbours {@code lag} apart, whatever shifts there are. */
    static double typicalDifference(double[] values, int lag) {
        int stride = Quantiles.stride(values.length);
        double[] differences = new double[values.length / stride + 1];
        int count = 0;
        for (int i = 0; i + lag < values.length; i += stride) {
            differences[count++] = Math.abs(values[i + lag] - values[i]);
        }
        return Quantiles.median(differences, count) / (MEDIAN_OF_GAUSSIAN * Math.sqrt(2));
    }

    /** Where most values repeat the one before, the median says nothing. */
    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            double difference = values[i] - values[i - 1];
            sum += difference * difference;
        }
        return Math.sqrt(sum / 2 / Math.max(1, values.length - 1));
    }
}
