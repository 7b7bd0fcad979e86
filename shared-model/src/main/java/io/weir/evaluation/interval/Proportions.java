package io.weir.evaluation.interval;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Intervals of a share of successes among independent trials. */
public final class Proportions {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Proportions() {}

    /**
     * Wilson's score interval (JASA 1927): close to its nominal coverage from few trials on.
     *
     * @param successes from 0 to {@code trials}; need not be whole
     * @param trials above 0
     */
    public static Interval wilson(double successes, double trials, double confidence) {
        check(successes, trials);
        double z = -NORMAL.inverseCumulativeProbability((1 - Interval.confidence(confidence)) / 2);
        double share = successes / trials;
        double denominator = 1 + z * z / trials;
        double centre = (share + z * z / (2 * trials)) / denominator;
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / denominator;
        return new Interval(
                successes == 0 ? 0 : Math.max(0, centre - half),
                successes == trials ? 1 : Math.min(1, centre + half),
                confidence,
                "Wilson");
    }

    /** The interval of Clopper and Pearson (Biometrika 1934): covers at least as often as it says, so it is wide. */
    public static Interval clopperPearson(double successes, double trials, double confidence) {
        check(successes, trials);
        double tail = (1 - Interval.confidence(confidence)) / 2;
        double failures = trials - successes;
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, failures + 1).inverseCumulativeProbability(tail);
        double high =
                failures == 0 ? 1 : BetaDistribution.of(successes + 1, failures).inverseSurvivalProbability(tail);
        return new Interval(low, high, confidence, "Clopper-Pearson");
    }

    private static void check(double successes, double trials) {
        if (!(trials > 0 && successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException(successes + " successes in " + trials
                    + " trials: trials must be above 0, successes from 0 to as many");
        }
    }
}
