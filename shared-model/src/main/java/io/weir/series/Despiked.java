package io.weir.series;

/**
 * A series without its brief excursions: each value is kept within three spreads of the median around it (Hampel's
 * filter), which leaves steps where they are. Linear time.
 *
 * @param values what is left
 * @param sigma the spread about the local median
 */
record Despiked(double[] values, double sigma) {
    private static final double CLIP_SIGMAS = 3;

    /** Only values farther than this from the median of their block are looked at closely, one in twenty of noise. */
    private static final double SUSPICIOUS_SIGMAS = 2;

    /** Takes excursions of up to {@code longest} intervals out of {@code source}, which holds no gaps. */
    static Despiked of(double[] source, int longest) {
        int width = 2 * longest + 1;
        double[] medians = blockMedians(source, width);
        double sigma = spread(source, medians, width);
        double[] values = source.clone();
        double[] around = new double[width];
        for (int i = 0; i < values.length; i++) {
            if (!(Math.abs(source[i] - medians[i / width]) <= SUSPICIOUS_SIGMAS * sigma)) {
                int from = Math.max(0, Math.min(i - longest, values.length - width));
                int count = Math.min(width, values.length - from);
                System.arraycopy(source, from, around, 0, count);
                double local = Quantiles.median(around, count);
                values[i] = Math.max(local - CLIP_SIGMAS * sigma, Math.min(local + CLIP_SIGMAS * sigma, source[i]));
            }
        }
        return new Despiked(values, sigma);
    }

    private static double[] blockMedians(double[] source, int width) {
        double[] medians = new double[(source.length + width - 1) / width];
        for (int b = 0; b < medians.length; b++) {
            medians[b] = Quantiles.medianOf(source, b * width, Math.min(source.length, (b + 1) * width));
        }
        return medians;
    }

    private static double spread(double[] source, double[] medians, int width) {
        int stride = Quantiles.stride(source.length);
        double[] distances = new double[source.length / stride + 1];
        int count = 0;
        for (int i = 0; i < source.length; i += stride) {
            distances[count++] = Math.abs(source[i] - medians[i / width]);
        }
        double sigma = Quantiles.quantile(distances, count, Spread.ONE_SIGMA);
        return sigma > 0 ? sigma : Quantiles.quantile(distances, count, Spread.WIDER) / Spread.WIDER_SIGMAS;
    }
}
