package io.weir.drift.twosample;

/** Kolmogorov's limiting distribution of the greatest difference between two cumulative shares. */
public final class Kolmogorov {
    private static final int TERMS = 12;

    private Kolmogorov() {}

    /**
     * Probability that two samples of one continuous distribution differ by at least {@code difference} somewhere; an upper
     * bound where values are tied. Asymptotic with Stephens' correction (1970), within 0.003 from an effective size of 8.
     *
     * @param difference Kolmogorov-Smirnov statistic
     * @param effectiveSize n m / (n + m)
     */
    public static double exceedance(double difference, double effectiveSize) {
        double root = Math.sqrt(effectiveSize);
        return survival((root + 0.12 + 0.11 / root) * difference);
    }

    /** Survival function of Kolmogorov's distribution, to 1e-12. */
    static double survival(double x) {
        if (!(x > 0)) {
            return 1;
        }
        return x < 1 ? 1 - theta(x) : alternating(x);
    }

    /** Kolmogorov's own series, which converges fast above 1. */
    private static double alternating(double x) {
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return sum;
    }

    /** The same function turned by Jacobi's identity, which converges fast below 1. */
    private static double theta(double x) {
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            double odd = (2 * k - 1) * Math.PI / x;
            sum += Math.exp(-odd * odd / 8);
        }
        return Math.sqrt(2 * Math.PI) / x * sum;
    }
}
