package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.Season;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.elasticsearch.common.Rounding;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramInterval;

/**
 * Buckets of a {@code date_histogram}, stepped through with the server's own rounding so that clock changes, months and
 * offsets come out as in the histogram. One calendar interval is one step, however long it is.
 *
 * @param rounding of the histogram
 * @param millis usual length of an interval
 * @param interval as the request gives it
 * @param uneven true if intervals differ in length by more than a clock change: months and longer
 */
record DateSpacing(Rounding rounding, long millis, String interval, boolean uneven) implements Spacing {

    private static final long WEEK = TimeValue.timeValueDays(7).millis();

    /** The spacing of {@code histogram}, or that of its answer if it names no interval, which the server refuses later. */
    static Spacing of(DateHistogramAggregationBuilder histogram) {
        DateHistogramInterval calendar = histogram.getCalendarInterval();
        DateHistogramInterval interval = calendar != null ? calendar : histogram.getFixedInterval();
        if (interval == null) {
            return ORDINAL;
        }
        Rounding.Builder rounding = calendar != null
                ? Rounding.builder(DateHistogramAggregationBuilder.DATE_FIELD_UNITS.get(calendar.toString()))
                : Rounding.builder(TimeValue.timeValueMillis(interval.estimateMillis()));
        ZoneId zone = histogram.timeZone();
        return new DateSpacing(
                rounding.timeZone(zone != null ? zone : ZoneOffset.UTC)
                        .offset(histogram.offset())
                        .build(),
                interval.estimateMillis(),
                interval.toString(),
                calendar != null && interval.estimateMillis() > WEEK);
    }

    @Override
    public Grid lay(double[] keys) {
        if (keys.length == 0) {
            return Grid.of(keys, key -> key);
        }
        Rounding.Prepared prepared = rounding.prepare((long) keys[0], (long) keys[keys.length - 1]);
        return Grid.of(keys, key -> prepared.nextRoundingValue((long) key));
    }

    @Override
    public long millis(double[] keys) {
        return millis;
    }

    @Override
    public void checkSeason(Season season) {
        if (uneven && season.mode() == Season.Mode.GIVEN) {
            throw new IllegalArgumentException(Problems.refusal(
                    AnomalyFields.SEASON,
                    AnomalyParameters.text(season),
                    "must be auto or none over a calendar interval of [" + interval + "], whose length varies"));
        }
        Spacing.checkSeason(season, millis, interval);
    }
}
