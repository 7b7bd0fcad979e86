package io.weir.anomaly;

import io.weir.series.PeriodFinder;
import io.weir.series.TimeSeries;

/** Which period is in use from which interval on; decided from earlier values only. */
final class SeasonPlan {
    /** A season is believed once it was seen so often: three values have a median that one outlier cannot move. */
    static final int LEAST_CYCLES = 3;

    private final Season.Mode mode;
    private final double[] values;
    private final long intervalMillis;
    private final int origin;
    private int period;

    /**
     * The plan for {@code series}.
     *
     * @param season what the user asked for
     * @param values its values
     * @param origin the first interval with a value
     * @throws IllegalArgumentException if a given period is not two or more whole intervals
     */
    SeasonPlan(Season season, TimeSeries series, double[] values, int origin) {
        this.mode = season.mode();
        this.values = values;
        this.intervalMillis = series.intervalMillis();
        this.origin = origin;
        this.period = mode == Season.Mode.GIVEN ? intervals(season.periodMillis(), intervalMillis) : 0;
    }

    private static int intervals(long periodMillis, long interval) {
        long intervals = periodMillis / interval;
        if (periodMillis % interval != 0 || intervals < 2) {
            throw new IllegalArgumentException("season is " + periodMillis + " ms with intervals of " + interval
                    + " ms; it must be a whole number of intervals, two or more: try "
                    + Math.max(2, intervals) * interval + " ms or another interval");
        }
        return (int) Math.min(Integer.MAX_VALUE, intervals);
    }

    /** Intervals in the season that interval {@code i} is judged with, 0 for none; asked for in order of time. */
    int periodAt(int i) {
        int known = i - origin;
        if (mode == Season.Mode.GIVEN) {
            return known / period >= LEAST_CYCLES ? period : 0;
        }
        if (mode == Season.Mode.AUTO && known >= PeriodFinder.LEAST_VALUES && isTimeToLook(known)) {
            period = PeriodFinder.find(values, origin, i, intervalMillis, period);
        }
        return period;
    }

    /** At powers of two and half-way between them, so that all looks together cost a few times the last. */
    private static boolean isTimeToLook(int known) {
        int top = Integer.highestOneBit(known);
        return known == top || known == top + top / 2;
    }
}
