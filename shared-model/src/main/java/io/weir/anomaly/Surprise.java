package io.weir.anomaly;

import io.weir.series.GaussianTail;

/**
 * Turns a distance in standard deviations into a probability, and that into a score, and back.
 *
 * <p>A spread known from few values is uncertain, so distances follow Student's t; Wallace's approximation ("Bounds on
 * normal approximations to Student's and the chi-square distributions", 1959) maps it to the normal distribution in
 * closed form both ways. The score is L / (L + 4) with L = -log10 of the probability: 0.5 is one in ten thousand,
 * 0.75 one in 10^12; it does not depend on the sensitivity.
 */
final class Surprise {
    /** The surprise, in powers of ten, whose score is one half: the default sensitivity's false-alarm rate. */
    private static final double HALF_SCORE_AT = 4;

    private static final double LN_10 = Math.log(10);

    private final Direction direction;
    private final double logSides;
    private final double edge;
    private final double threshold;

    /** The scale for alarms at that rate per interval of Gaussian noise, on the sides that count. */
    Surprise(double falseAlarmRate, Direction direction) {
        this.direction = direction;
        logSides = direction == Direction.BOTH ? Math.log(2) : 0;
        edge = GaussianTail.quantile(Math.log(falseAlarmRate) - logSides);
        threshold = score(Math.log(falseAlarmRate));
    }

    /** The score at the edge of the band. */
    double threshold() {
        return threshold;
    }

    /** Whether a value so far above (negative: below) what was expected is on a side that counts. */
    boolean counts(double off) {
        return switch (direction) {
            case BOTH -> true;
            case ABOVE -> off > 0;
            case BELOW -> off < 0;
        };
    }

    /** How many standard deviations the edge of the band is away, if they are known with that certainty. */
    double spreads(double degreesOfFreedom) {
        double normal = edge / wallace(degreesOfFreedom);
        return Math.sqrt(degreesOfFreedom * Math.expm1(normal * normal / degreesOfFreedom));
    }

    /** The score of a value so many standard deviations above (negative: below) what was expected. */
    double score(double deviations, double degreesOfFreedom) {
        double size = Math.abs(deviations);
        double normal =
                wallace(degreesOfFreedom) * Math.sqrt(degreesOfFreedom * Math.log(1 + size * size / degreesOfFreedom));
        return score(GaussianTail.quickLog(counts(deviations) ? normal : -normal) + logSides);
    }

    private static double score(double logProbability) {
        double powersOfTen = Math.max(0, -logProbability / LN_10);
        return 1 - HALF_SCORE_AT / (powersOfTen + HALF_SCORE_AT);
    }

    private static double wallace(double degreesOfFreedom) {
        return (8 * degreesOfFreedom + 1) / (8 * degreesOfFreedom + 3);
    }
}
