package io.weir.drift.uncertainty;

import java.util.SplittableRandom;

/** Draws binomial and multinomial counts. */
final class Binomials {
    /** Up to this mean by inversion, whose cost grows with it; above, the normal approximation is good to a thousandth. */
    private static final double LARGE = 60;

    private final SplittableRandom random;

    Binomials(SplittableRandom random) {
        this.random = random;
    }

    /** Shares of a sample of {@code count} rows drawn from {@code shares}, which sum to 1. */
    double[] sampleShares(double[] shares, long count) {
        double[] drawn = new double[shares.length];
        long left = count;
        double mass = 1;
        for (int i = 0; i < shares.length && left > 0; i++) {
            long rows = mass <= shares[i] ? left : next(left, shares[i] / mass);
            drawn[i] = rows / (double) count;
            left -= rows;
            mass -= shares[i];
        }
        return drawn;
    }

    long next(long count, double share) {
        if (share <= 0 || count == 0) {
            return 0;
        }
        if (share > 0.5) {
            return count - next(count, 1 - share);
        }
        double mean = count * share;
        if (mean > LARGE) {
            double drawn = mean + Math.sqrt(mean * (1 - share)) * random.nextGaussian();
            return Math.max(0, Math.min(count, Math.round(drawn)));
        }
        return invert(count, share);
    }

    private long invert(long count, double share) {
        double odds = share / (1 - share);
        double probability = Math.exp(count * Math.log1p(-share));
        double left = random.nextDouble();
        long hits = 0;
        while (left > probability && hits < count) {
            left -= probability;
            hits++;
            probability *= odds * (count - hits + 1) / hits;
        }
        return hits;
    }
}
