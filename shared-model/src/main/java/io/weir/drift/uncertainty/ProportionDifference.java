package io.weir.drift.uncertainty;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The difference of two shares, from counts, with a margin: signed root of the likelihood ratio against the most likely pair
 * of shares that differ by just the limit, with a continuity correction of half a row on the smaller side. Keeps its level
 * where counts are few or none, where z-tests do not.
 *
 * <p>Source: C. Farrington and G. Manning, Stat. Med. 9 (1990), for the constrained estimate; P. McCullagh and J. Nelder,
 * Generalized Linear Models, for the signed root.
 */
public final class ProportionDifference implements Uncertainty {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int STEPS = 60;

    private final double hits;
    private final double count;
    private final double currentHits;
    private final double currentCount;
    private final boolean increaseOnly;

    private ProportionDifference(
            double hits, double count, double currentHits, double currentCount, boolean increaseOnly) {
        this.hits = hits;
        this.count = count;
        this.currentHits = currentHits;
        this.currentCount = currentCount;
        this.increaseOnly = increaseOnly;
    }

    /** Of the absolute difference, whichever side is greater. */
    public static ProportionDifference absolute(double hits, double count, double currentHits, double currentCount) {
        return new ProportionDifference(hits, count, currentHits, currentCount, false);
    }

    /** Of the increase from the reference to the current side; a decrease counts as 0. */
    public static ProportionDifference increase(double hits, double count, double currentHits, double currentCount) {
        return new ProportionDifference(hits, count, currentHits, currentCount, true);
    }

    @Override
    public double exceedance(double limit) {
        double difference = currentHits / currentCount - hits / count;
        boolean up = increaseOnly || difference >= 0;
        double one = NORMAL.survivalProbability(up ? root(limit, -1) : -root(-limit, 1));
        if (increaseOnly) {
            return one;
        }
        if (Math.abs(difference) <= limit) {
            // What was seen is within the limit: nothing speaks for more. The sum below would fall again from here on.
            return 1;
        }
        // The same on the other side: all of it at limit 0, next to nothing at a limit of many standard errors.
        double error = Math.sqrt(variance());
        double other = error == 0 ? 1 : NORMAL.survivalProbability((Math.abs(difference) + limit) / error);
        return Math.min(1, one + Math.min(one, other));
    }

    @Override
    public double shortfall(double limit) {
        double up = limit >= 1 ? 0 : NORMAL.cumulativeProbability(root(limit, 1));
        if (increaseOnly) {
            return up;
        }
        double down = limit >= 1 ? 0 : NORMAL.cumulativeProbability(-root(-limit, -1));
        return Math.max(up, down);
    }

    @Override
    public String method() {
        return "likelihood ratio of two proportions";
    }

    private double variance() {
        double pooled = (hits + currentHits) / (count + currentCount);
        return pooled * (1 - pooled) * (1 / count + 1 / currentCount);
    }

    /**
     * Signed root of the likelihood ratio against a difference of {@code margin}; positive if more was seen.
     *
     * @param correction direction, 1 or -1, in which half a row is moved
     */
    private double root(double margin, int correction) {
        boolean currentIsSmaller = currentCount <= count;
        double x = within(hits - (currentIsSmaller ? 0 : correction * 0.5), count);
        double y = within(currentHits + (currentIsSmaller ? correction * 0.5 : 0), currentCount);
        double p = constrained(x, y, margin);
        double ratio = logLikelihood(x, count, x / count)
                + logLikelihood(y, currentCount, y / currentCount)
                - logLikelihood(x, count, p)
                - logLikelihood(y, currentCount, p + margin);
        return Math.copySign(Math.sqrt(Math.max(0, 2 * ratio)), y / currentCount - x / count - margin);
    }

    /** The most likely reference share if the current one is greater by {@code margin}: where the slope, which falls, is 0. */
    private double constrained(double x, double y, double margin) {
        double low = Math.max(0, -margin);
        double high = Math.min(1, 1 - margin);
        for (int i = 0; i < STEPS; i++) {
            double p = (low + high) / 2;
            double q = p + margin;
            double slope = slope(x, count, p) + slope(y, currentCount, q);
            if (slope > 0) {
                low = p;
            } else {
                high = p;
            }
        }
        return (low + high) / 2;
    }

    private static double slope(double hits, double count, double share) {
        return (hits == 0 ? 0 : hits / share) - (hits == count ? 0 : (count - hits) / (1 - share));
    }

    private static double logLikelihood(double hits, double count, double share) {
        double yes = hits == 0 ? 0 : hits * Math.log(share);
        double no = hits == count ? 0 : (count - hits) * Math.log1p(-share);
        return yes + no;
    }

    private static double within(double hits, double count) {
        return Math.max(0, Math.min(count, hits));
    }
}
