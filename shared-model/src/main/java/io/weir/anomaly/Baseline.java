package io.weir.anomaly;

import io.weir.series.SeasonalProfile;
import io.weir.series.SlidingQuantiles;
import io.weir.series.Spread;

/**
 * What is normal right now: level, season and spread, from the values observed so far.
 *
 * <p>The level is the median of the last deseasonalised values; what it failed to foresee (the residuals, which hold its
 * lag behind a trend, too) is centred and measured by a second, longer window. A new value enters after it was judged.
 */
final class Baseline {
    /** A new level is taken for normal once it has lasted for so many observed intervals: half of the level's window. */
    static final int ADAPTATION = 60;

    /** Eight times as long: a level shift fills an eighth of it, which widens the band by a quarter at most. */
    static final int SPREAD_WINDOW = 8 * ADAPTATION;

    /** Relative to the level; single-precision metrics repeat to about 1e-7. */
    private static final double LEAST_RELATIVE_SPREAD = 1e-6;

    /** Rounding of sums and differences in double precision leaves about this much where zero is meant. */
    private static final double LEAST_SPREAD = 1e-12;

    /** Variance of a median relative to a mean: π/2. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    private final SlidingQuantiles levels = new SlidingQuantiles(2 * ADAPTATION + 1);
    private final SlidingQuantiles residuals = new SlidingQuantiles(SPREAD_WINDOW);
    private SeasonalProfile season = SeasonalProfile.flat(1);
    private int phase;
    private double level;
    private double expected;
    private double sigma;
    private boolean flat;

    /** The season to use from now on. */
    void season(SeasonalProfile profile) {
        season = profile;
    }

    /** Foresees the value of an interval in {@code phaseNow} of the season; false if nothing was observed before. */
    boolean foresee(int phaseNow) {
        phase = phaseNow;
        level = levels.median();
        int known = residuals.size();
        if (known == 0) {
            return false;
        }
        double lag = residuals.median();
        double swing = season.spread(phase);
        double noise = Spread.about(lag, residuals) * swing * Math.sqrt(1 + MEDIAN_VARIANCE / known);
        expected = level + season.level(phase) + lag * swing;
        double least = Math.max(LEAST_SPREAD, LEAST_RELATIVE_SPREAD * Math.max(Math.abs(level), Math.abs(expected)));
        flat = noise < least;
        sigma = Math.max(noise, least);
        return true;
    }

    /** Learns the value of the interval that was last foreseen. */
    void learn(double value) {
        double plain = value - season.level(phase);
        if (levels.size() > 0) {
            residuals.add((plain - level) / season.spread(phase));
        }
        levels.add(plain);
    }

    /** The value foreseen. */
    double expected() {
        return expected;
    }

    /** One standard deviation of what was foreseen, above 0. */
    double sigma() {
        return sigma;
    }

    /** Whether the series was constant, so that {@link #sigma()} is only a floor. */
    boolean isFlat() {
        return flat;
    }

    /** Degrees of freedom of {@link #sigma()}. */
    double degreesOfFreedom() {
        return Math.max(1, Spread.EFFICIENCY * (residuals.size() - 1));
    }
}
