package io.weir.anomaly;

import io.weir.series.SeasonalProfile;

/**
 * Walks along a series, foresees each value and then learns it.
 *
 * <p>Each step sees only what lies before it. A judge that starts with a season replays the recent past with the profile
 * as it was known then, because residuals of values that shaped the profile themselves would be too small.
 */
final class Judge {
    /** Enough to fill both windows of {@link Baseline}. */
    private static final int REPLAY = Baseline.SPREAD_WINDOW + 2 * Baseline.ADAPTATION;

    private final double[] values;
    private final int origin;
    private final int period;
    private final Surprise surprise;
    private final Baseline baseline = new Baseline();
    private final Side above = new Side();
    private final Side below = new Side();
    private int observed;
    private boolean foreseen;
    private double degreesOfFreedom;
    private double spreads;
    private double lower;
    private double upper;

    private Judge(double[] values, int origin, int period, Surprise surprise) {
        this.values = values;
        this.origin = origin;
        this.period = period;
        this.surprise = surprise;
    }

    /** A judge without a season that has seen nothing; {@code origin} is the first interval with a value. */
    static Judge unseasonal(double[] values, int origin, Surprise surprise) {
        return new Judge(values, origin, 0, surprise);
    }

    /** A judge that is about to judge interval {@code now}, with at least one whole {@code period} known before it. */
    static Judge caughtUp(double[] values, int origin, int now, int period, Surprise surprise) {
        Judge judge = new Judge(values, origin, period, surprise);
        int start = Math.max(origin + period, now - REPLAY);
        if (period > 0) {
            judge.baseline.season(SeasonalProfile.of(values, origin, start, period));
        }
        for (int i = start; i < now; i++) {
            judge.foresee(i);
            judge.learn(i);
        }
        return judge;
    }

    /** Intervals in the season that is used, 0 for none. */
    int period() {
        return period;
    }

    /** Makes up the expectation and the band of interval {@code i}; false if too little was observed before it. */
    boolean foresee(int i) {
        int phase = period == 0 ? 0 : (i - origin) % period;
        if (period > 0 && phase == 0) {
            baseline.season(SeasonalProfile.of(values, origin, i, period));
        }
        foreseen = baseline.foresee(phase);
        if (foreseen) {
            if (baseline.degreesOfFreedom() != degreesOfFreedom) {
                degreesOfFreedom = baseline.degreesOfFreedom();
                spreads = surprise.spreads(degreesOfFreedom);
            }
            upper = baseline.expected() + above.halfWidth(spreads, baseline.sigma(), observed);
            lower = baseline.expected() - below.halfWidth(spreads, baseline.sigma(), observed);
        }
        return foreseen;
    }

    /** Takes in the value of interval {@code i}, which was foreseen just before; a gap teaches nothing. */
    void learn(int i) {
        double value = values[i];
        if (Double.isNaN(value)) {
            return;
        }
        if (foreseen) {
            double off = value - baseline.expected();
            above.learn(off, baseline.sigma(), observed);
            below.learn(-off, baseline.sigma(), observed);
        }
        baseline.learn(value);
        observed++;
    }

    /** What the last interval foreseen was expected to be. */
    double expected() {
        return baseline.expected();
    }

    /** The lower end of its band. */
    double lower() {
        return lower;
    }

    /** The upper end of its band. */
    double upper() {
        return upper;
    }

    /** Whether the series was constant, so that any other value is outside the band. */
    boolean isFlat() {
        return baseline.isFlat();
    }

    /** The score of {@code value} in the last interval foreseen. */
    double score(double value) {
        double off = value - baseline.expected();
        double normal = (off > 0 ? above : below).gaussian(Math.abs(off) / baseline.sigma());
        return surprise.score(Math.copySign(normal, off), degreesOfFreedom);
    }
}
