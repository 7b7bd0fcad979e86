package io.weir.anomaly;

/** One side of the band: how far off a value may be, by the shape of the noise and by what has been seen before. */
final class Side {
    private final Tail tail = new Tail();
    private final FamiliarPeaks peaks = new FamiliarPeaks();
    private double noise;
    private boolean inExcursion;

    /**
     * The half width of the band on this side.
     *
     * @param spreads how many spreads it would be for Gaussian noise
     * @param sigma the spread
     * @param observed how many values came before
     */
    double halfWidth(double spreads, double sigma, int observed) {
        noise = sigma * tail.spreads(spreads);
        return Math.max(noise, peaks.familiar(observed));
    }

    /**
     * Learns a value for which {@link #halfWidth} was asked just before.
     *
     * @param off how far it is off on this side, negative if it is on the other
     * @param sigma the spread
     * @param ordinal how many values came before
     */
    void learn(double off, double sigma, int ordinal) {
        boolean beyond = off > noise;
        if (!(beyond && inExcursion)) {
            tail.observe(off / sigma);
        }
        peaks.observe(ordinal, beyond ? off : 0);
        inExcursion = beyond;
    }

    /** The Gaussian deviation that is as rare as being {@code spreads} off. */
    double gaussian(double spreads) {
        return tail.gaussian(spreads);
    }
}
