package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether two classifiers are equally often right on the same rows (McNemar, Psychometrika 1947): exact, and with the mid-p
 * correction, which is less conservative and still holds its level (Fagerland, Lydersen and Laake, BMC 2013).
 *
 * @param onlyFirst rows that only the first model has right
 * @param onlySecond rows that only the second has right
 */
public record McNemar(int onlyFirst, int onlySecond) {

    /** Counts the rows, whatever their weights. */
    public static McNemar of(BinaryScores first, BinaryScores second, double threshold) {
        int onlyFirst = 0;
        int onlySecond = 0;
        for (int row = 0; row < first.size(); row++) {
            boolean firstRight = first.score(row) >= threshold == (first.label(row) == 1);
            boolean secondRight = second.score(row) >= threshold == (first.label(row) == 1);
            onlyFirst += firstRight && !secondRight ? 1 : 0;
            onlySecond += secondRight && !firstRight ? 1 : 0;
        }
        return new McNemar(onlyFirst, onlySecond);
    }

    /** Two-sided and exact. */
    public double exactP() {
        int discordant = onlyFirst + onlySecond;
        return discordant == 0 ? 1 : Math.min(1, 2 * law().cumulativeProbability(Math.min(onlyFirst, onlySecond)));
    }

    /** Two-sided, the observed table counting half. */
    public double midP() {
        if (onlyFirst == onlySecond) {
            return onlyFirst == 0 ? 1 : 1 - law().probability(onlyFirst) / 2;
        }
        return exactP() - law().probability(Math.min(onlyFirst, onlySecond));
    }

    private BinomialDistribution law() {
        return BinomialDistribution.of(onlyFirst + onlySecond, 0.5);
    }
}
