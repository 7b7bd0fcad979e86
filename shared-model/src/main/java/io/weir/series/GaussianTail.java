package io.weir.series;

/**
 * The upper tail of the standard normal distribution, in logarithms, so that 40 standard deviations still differ from 41.
 *
 * <p>Relative error of the tail below 1e-9 up to 2 standard deviations (Taylor series, Marsaglia, "Evaluating the normal
 * distribution", 2004) and below 1e-8 beyond (Laplace's continued fraction, Abramowitz and Stegun 26.2.14).
 */
public final class GaussianTail {
    private static final double LN_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);
    /** From here on forty terms of the continued fraction are exact to the figure above. */
    private static final double SERIES_UP_TO = 2;

    private static final int FRACTION_TERMS = 40;

    private static final int STEPS_PER_SIGMA = 64;
    private static final double[] TABLE = new double[8 * STEPS_PER_SIGMA + 1];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            TABLE[i] = log((double) i / STEPS_PER_SIGMA);
        }
    }

    private GaussianTail() {}

    /** As {@link #log}, some ten times as fast and monotone too, but only to 4e-5: interpolated up to 8. */
    public static double quickLog(double z) {
        double place = z * STEPS_PER_SIGMA;
        if (!(place >= 0 && place < TABLE.length - 1)) {
            return log(z);
        }
        int step = (int) place;
        return TABLE[step] + (place - step) * (TABLE[step + 1] - TABLE[step]);
    }

    /** The natural logarithm of P(Z > z). */
    public static double log(double z) {
        if (z < -SERIES_UP_TO) {
            return Math.log1p(-Math.exp(log(-z)));
        }
        double logDensity = -z * z / 2 - LN_SQRT_2PI;
        if (z <= SERIES_UP_TO) {
            return Math.log(0.5 - Math.exp(logDensity) * series(z));
        }
        double fraction = z;
        for (int k = FRACTION_TERMS; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return logDensity - Math.log(fraction);
    }

    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum;
    }

    /** The z for which P(Z > z) is exp({@code logTail}), which is at most ln 0.5; by Newton's method. */
    public static double quantile(double logTail) {
        double z = Math.sqrt(-2 * logTail);
        for (int i = 0; i < 50; i++) {
            double tail = log(z);
            double step = (tail - logTail) * Math.exp(tail + z * z / 2 + LN_SQRT_2PI);
            z += step;
            if (Math.abs(step) < 1e-12) {
                break;
            }
        }
        return Math.max(0, z);
    }
}
