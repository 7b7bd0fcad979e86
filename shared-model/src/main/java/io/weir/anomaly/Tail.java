package io.weir.anomaly;

import io.weir.series.GaussianTail;

/**
 * How heavy one tail of the noise is, learnt from how often distances exceed one and two and a half spreads.
 *
 * <p>A distance u is taken for A (exp(g z) - 1) / g of a Gaussian z: Tukey's g distribution (Hoaglin, "Summarizing shape
 * numerically", 1985), which holds the Gaussian (g = 0) and the lognormal, the shape that latencies have, and inverts in
 * closed form. A and g are those that give the two frequencies seen; they start as Gaussian ones. Intervals within an excursion count once, so that an outage teaches little.
 */
final class Tail {
    private static final double NEAR = 1;

    /** Far enough to tell tails apart, near enough to be passed six times in a thousand intervals. */
    private static final double FAR = 2.5;

    private static final double GAUSSIAN_NEAR = Math.exp(GaussianTail.log(NEAR));
    private static final double GAUSSIAN_FAR = Math.exp(GaussianTail.log(FAR));

    /** How many intervals of Gaussian noise are taken as seen beforehand: three passes of {@link #FAR}. */
    private static final double PRIOR = 500;

    /** Counts are halved here, so that they speak of the last few thousand intervals. */
    private static final int MEMORY = 4_000;

    /** A refit pays once the history grew by a tenth. */
    private static final double GROWTH = 1.1;

    private static final int LEAST_BETWEEN_FITS = 20;
    private static final int MOST_BETWEEN_FITS = 200;

    /** The lognormal that varies by a factor of e; heavier tails are left to {@link FamiliarPeaks}. */
    private static final double MOST_SKEWED = 1;

    /** Below this the exponentials are straight lines and the Gaussian is meant. */
    private static final double LEAST_SKEWED = 0.01;

    /** The short side of skewed noise is narrower than a Gaussian's, but half is narrow enough. */
    private static final double LEAST_SCALE = 0.5;

    private double seen;
    private double near;
    private double far;
    private double nextFit = LEAST_BETWEEN_FITS;
    private double scale = 1;
    private double skew;

    /** Takes note of how many spreads off an interval was on this side; negative on the other. */
    void observe(double spreads) {
        seen++;
        near += spreads > NEAR ? 1 : 0;
        far += spreads > FAR ? 1 : 0;
        if (seen >= nextFit) {
            fit();
            if (seen >= MEMORY) {
                seen /= 2;
                near /= 2;
                far /= 2;
            }
            nextFit = seen + Math.min(MOST_BETWEEN_FITS, Math.max(LEAST_BETWEEN_FITS, (GROWTH - 1) * seen));
        }
    }

    private void fit() {
        double zNear = quantile((near + PRIOR * GAUSSIAN_NEAR) / (seen + PRIOR));
        double zFar = quantile((far + PRIOR * GAUSSIAN_FAR) / (seen + PRIOR));
        skew = 0;
        for (int i = 0; i < 4 && zFar > zNear; i++) {
            // Newton's method on ln((exp(g far) - 1) / (exp(g near) - 1)), which is nearly linear in g.
            double f = Math.log(stretch(skew, zFar) / stretch(skew, zNear)) - Math.log(FAR / NEAR);
            double slope = slope(skew, zFar) - slope(skew, zNear);
            skew = Math.max(0, Math.min(MOST_SKEWED, skew - f / slope));
        }
        skew = skew < LEAST_SKEWED ? 0 : skew;
        scale = Math.max(LEAST_SCALE, NEAR / stretch(skew, zNear));
    }

    private static double quantile(double probability) {
        return probability < 0.5 ? GaussianTail.quantile(Math.log(probability)) : 0;
    }

    private static double stretch(double skew, double z) {
        return skew == 0 ? z : Math.expm1(skew * z) / skew;
    }

    /** The derivative of ln {@link #stretch} by the skew. */
    private static double slope(double skew, double z) {
        return skew < LEAST_SKEWED ? z / 2 : z * Math.exp(skew * z) / Math.expm1(skew * z) - 1 / skew;
    }

    /** The Gaussian deviation that is as rare as being {@code spreads} off, which is not negative. */
    double gaussian(double spreads) {
        double scaled = spreads / scale;
        return skew == 0 ? scaled : Math.log(1 + skew * scaled) / skew;
    }

    /** How many spreads off is as rare as the Gaussian deviation {@code z}, which is not negative. */
    double spreads(double z) {
        return scale * stretch(skew, z);
    }
}
