package io.weir.series;

/**
 * The robust spread used throughout: the distance from the centre within which 68.27 % of the values lie, which is one
 * standard deviation of Gaussian noise.
 *
 * <p>Up to 31 % of the values may be anything. It is half again as efficient as the median absolute deviation
 * (asymptotic efficiency 0.54 against 0.37 at the Gaussian: p(1-p)/(4 f² z²) with p = 0.6827, f = 2φ(1), z = 1) and less
 * often zero on counts.
 */
public final class Spread {
    /** P(|Z| < 1) of the standard normal distribution. */
    public static final double ONE_SIGMA = 0.6826894921370859;

    /** P(|Z| < 1.645): asked for where two thirds of the values are one and the same. */
    public static final double WIDER = 0.9;

    /** The quantile of |Z| at {@link #WIDER}. */
    public static final double WIDER_SIGMAS = 1.6448536269514722;

    /**
     * An estimate from n values is about as certain as the standard deviation of 0.54 n: the efficiency above.
     */
    public static final double EFFICIENCY = 0.54;

    private Spread() {}

    /** The relative standard error of the spread of {@code count} values of Gaussian noise. */
    public static double standardError(int count) {
        return 1 / Math.sqrt(2 * EFFICIENCY * count);
    }

    /** The spread of a window about {@code centre}; 0 if nine tenths of it lie exactly there; NaN if it is empty. */
    public static double about(double centre, SlidingQuantiles window) {
        double sigma = window.distanceCovering(centre, ONE_SIGMA);
        return sigma > 0 ? sigma : window.distanceCovering(centre, WIDER) / WIDER_SIGMAS;
    }
}
