package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.Season;
import java.util.Arrays;
import org.elasticsearch.core.TimeValue;

/** Buckets that follow each other without a hole, at an interval that is known from the answer only. */
record OrdinalSpacing() implements Spacing {

    @Override
    public Grid lay(double[] keys) {
        return Grid.of(keys, key -> Double.POSITIVE_INFINITY);
    }

    /** The median distance: months and days of a clock change are of uneven length. */
    @Override
    public long millis(double[] keys) {
        if (keys.length < 2) {
            return 0;
        }
        double[] distances = new double[keys.length - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = keys[i + 1] - keys[i];
        }
        Arrays.sort(distances);
        return Math.round(distances[distances.length / 2]);
    }

    /** Nothing can be said yet. */
    @Override
    public void checkSeason(Season season) {}

    @Override
    public void checkSeason(Season season, long intervalMillis) {
        if (intervalMillis > 0) {
            Spacing.checkSeason(
                    season,
                    intervalMillis,
                    TimeValue.timeValueMillis(intervalMillis).toString());
        }
    }
}
