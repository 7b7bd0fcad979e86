package io.weir.series;

/**
 * The autocorrelation of a series with gaps: each lag is averaged over the pairs that are observed.
 *
 * <p>Values and the mask of what is observed are the two halves of one complex transform, so that two transforms give
 * both correlations. O(n log n).
 */
final class Autocorrelation {
    /** Lags of which fewer pairs are known than this share of those of lag 0 say nothing. */
    private static final double LEAST_PAIRS = 0.1;

    private final double[] byLag;

    private Autocorrelation(double[] byLag) {
        this.byLag = byLag;
    }

    /** Of a centred series in which a gap is NaN, for lags up to {@code maxLag}. */
    static Autocorrelation of(double[] centred, int maxLag) {
        int size = Integer.highestOneBit(Math.max(1, centred.length + maxLag)) * 2;
        double[] real = new double[size];
        double[] imaginary = new double[size];
        for (int i = 0; i < centred.length; i++) {
            boolean gap = Double.isNaN(centred[i]);
            real[i] = gap ? 0 : centred[i];
            imaginary[i] = gap ? 0 : 1;
        }
        Fft fft = new Fft(size);
        fft.transform(real, imaginary);
        power(real, imaginary);
        fft.transform(real, imaginary);
        return new Autocorrelation(normalised(real, imaginary, maxLag));
    }

    /** Separates both spectra by symmetry and leaves their powers, one as the real and one as the imaginary part. */
    private static void power(double[] real, double[] imaginary) {
        int size = real.length;
        for (int k = 0; k <= size / 2; k++) {
            int mirrored = (size - k) & (size - 1);
            double re = real[k];
            double im = imaginary[k];
            double mirroredRe = real[mirrored];
            double mirroredIm = imaginary[mirrored];
            double values = (square(re + mirroredRe) + square(im - mirroredIm)) / 4;
            double mask = (square(im + mirroredIm) + square(mirroredRe - re)) / 4;
            real[k] = values;
            real[mirrored] = values;
            imaginary[k] = mask;
            imaginary[mirrored] = mask;
        }
    }

    private static double square(double x) {
        return x * x;
    }

    private static double[] normalised(double[] products, double[] pairs, int maxLag) {
        double[] byLag = new double[maxLag + 1];
        double variance = products[0] / pairs[0];
        for (int lag = 0; lag <= maxLag; lag++) {
            boolean known = variance > 0 && pairs[lag] > LEAST_PAIRS * pairs[0];
            byLag[lag] = known ? products[lag] / pairs[lag] / variance : 0;
        }
        return byLag;
    }

    /** The correlation at {@code lag}, about -1 to 1; 0 where too few pairs are known. */
    double at(int lag) {
        return byLag[lag];
    }

    /** How many lags are known, 0 included. */
    int lags() {
        return byLag.length;
    }

    /** The lag in [from, to] with the highest correlation, the shortest of equals. */
    int highest(int from, int to) {
        int best = from;
        for (int lag = from + 1; lag <= Math.min(to, byLag.length - 1); lag++) {
            if (byLag[lag] > byLag[best]) {
                best = lag;
            }
        }
        return best;
    }

    /** Half-way between the lags to both sides of {@code peak} where the correlation falls to half of its. */
    double middleOfPeak(int peak) {
        int left = peak;
        while (left > 1 && byLag[left - 1] > byLag[peak] / 2) {
            left--;
        }
        int right = peak;
        while (right + 1 < byLag.length && byLag[right + 1] > byLag[peak] / 2) {
            right++;
        }
        boolean whole = left > 1 && right + 1 < byLag.length;
        return whole ? (left + right) / 2.0 : peak;
    }
}
