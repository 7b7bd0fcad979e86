package io.weir.anomaly;

import io.weir.series.TimeSeries;

/** Which period is in use from which interval on; decided from earlier values only. */
final class SeasonPlan {
    /** A season is believed once it was seen so often: three values have a median that one outlier cannot move. */
    static final int LEAST_CYCLES = 3;

    private final int given;
    private final int origin;

    /**
     * The plan for {@code series}.
     *
     * @param season what the user asked for
     * @param origin the first interval with a value
     * @throws IllegalArgumentException if a given period is not two or more whole intervals
     */
    SeasonPlan(Season season, TimeSeries series, int origin) {
        this.given = season.mode() == Season.Mode.GIVEN ? intervals(season.periodMillis(), series) : 0;
        this.origin = origin;
    }

    private static int intervals(long periodMillis, TimeSeries series) {
        long interval = series.intervalMillis();
        long intervals = periodMillis / interval;
        if (periodMillis % interval != 0 || intervals < 2) {
            throw new IllegalArgumentException("season is " + periodMillis + " ms with intervals of " + interval
                    + " ms; it must be a whole number of intervals, two or more: try "
                    + Math.max(2, intervals) * interval + " ms or another interval");
        }
        return (int) Math.min(Integer.MAX_VALUE, intervals);
    }

    /** Intervals in the season that interval {@code i} is judged with, 0 for none. */
    int periodAt(int i) {
        return given > 0 && (i - origin) / given >= LEAST_CYCLES ? given : 0;
    }
}
