package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.Season;

/**
 * Buckets of a {@code histogram} over numbers.
 *
 * @param interval between two keys, above 0
 */
record NumberSpacing(double interval) implements Spacing {

    @Override
    public Grid lay(double[] keys) {
        // Half an interval less than the next key, because keys are sums of rounded doubles.
        return Grid.of(keys, key -> key + interval, interval / 2);
    }

    @Override
    public long millis(double[] keys) {
        return 0;
    }

    @Override
    public void checkSeason(Season season) {
        if (season.mode() == Season.Mode.GIVEN) {
            throw new IllegalArgumentException(Problems.refusal(
                    AnomalyFields.SEASON,
                    AnomalyParameters.text(season),
                    "must be auto or none over a histogram of numbers, which have no time"));
        }
    }
}
