package io.weir.series;

/**
 * A stretch of a series made fit for correlation: a resistant line taken out, outliers clipped, and averaged in bins so
 * that long series cost no more than a transform of {@value #MOST_BINS} numbers.
 *
 * @param values what is left of each interval; NaN is a gap
 * @param binned means of {@code width} intervals each
 * @param width intervals in a bin
 */
record Prepared(double[] values, double[] binned, int width) {
    static final int MOST_BINS = 4_096;

    /** Wide enough for the peaks of a spiky season, narrow enough to tame an outage. */
    private static final double CLIP_SIGMAS = 10;

    /** Where most values are one and the same, the spread is looked for farther out. */
    private static final double[] SHARES = {Spread.ONE_SIGMA, Spread.WIDER, 0.99, 1};

    static Prepared of(double[] source, int from, int to) {
        double[] values = withoutLine(source, from, to);
        clip(values);
        int width = (values.length + MOST_BINS - 1) / MOST_BINS;
        return new Prepared(values, width == 1 ? values : binned(values, width), width);
    }

    boolean isConstant() {
        for (double value : values) {
            if (value != 0 && !Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** Tukey's resistant line: through the medians of the first and the last third, centred by a median. */
    private static double[] withoutLine(double[] source, int from, int to) {
        int n = to - from;
        double left = Quantiles.medianOf(source, from, from + n / 3);
        double right = Quantiles.medianOf(source, to - n / 3, to);
        double slope = (right - left) / (n - n / 3);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = source[from + i] - (Double.isNaN(slope) ? 0 : slope * i);
        }
        double centre = Quantiles.medianOf(values, 0, n);
        for (int i = 0; i < n; i++) {
            values[i] -= centre;
        }
        return values;
    }

    private static void clip(double[] values) {
        double[] distances = new double[values.length];
        int stride = Quantiles.stride(values.length);
        int count = 0;
        for (int i = 0; i < values.length; i += stride) {
            if (!Double.isNaN(values[i])) {
                distances[count++] = Math.abs(values[i]);
            }
        }
        double sigma = 0;
        for (int s = 0; s < SHARES.length && !(sigma > 0); s++) {
            sigma = Quantiles.quantile(distances, count, SHARES[s]);
        }
        double limit = CLIP_SIGMAS * sigma;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(-limit, Math.min(limit, values[i]));
        }
    }

    private static double[] binned(double[] values, int width) {
        double[] bins = new double[values.length / width];
        for (int b = 0; b < bins.length; b++) {
            double sum = 0;
            int count = 0;
            for (int i = b * width; i < (b + 1) * width; i++) {
                if (!Double.isNaN(values[i])) {
                    sum += values[i];
                    count++;
                }
            }
            bins[b] = count == 0 ? Double.NaN : sum / count;
        }
        return bins;
    }
}
