package io.weir.drift.uncertainty;

/**
 * Where the true distance lies: the limits that the data contradict on neither side, each at one level.
 *
 * @param lower confidently exceeded below this
 * @param upper confidently not reached above this
 */
public record Interval(double lower, double upper) {
    private static final int STEPS = 40;

    /**
     * The interval of an uncertainty; {@code lower > limit} exactly if the exceedance of that limit is below the level.
     *
     * @param measured the measured distance
     * @param greatest the greatest value the distance can have; infinite if there is none
     * @param level probability of error on either side
     */
    public static Interval of(Uncertainty uncertainty, double measured, double greatest, double level) {
        return new Interval(lower(uncertainty, measured, level), upper(uncertainty, measured, greatest, level));
    }

    private static double lower(Uncertainty uncertainty, double measured, double level) {
        if (uncertainty.exceedance(0) > level) {
            return 0;
        }
        double low = 0;
        double high = measured;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (uncertainty.exceedance(middle) <= level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double upper(Uncertainty uncertainty, double measured, double greatest, double level) {
        double low = measured;
        double high = Double.isInfinite(greatest) ? Math.max(1, 2 * measured) : greatest;
        while (uncertainty.shortfall(high) > level) {
            if (high >= greatest || high > 1e9) {
                return greatest;
            }
            low = high;
            high *= 2;
        }
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (uncertainty.shortfall(middle) <= level) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
