package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.Season;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramAggregationBuilder;
import org.elasticsearch.search.aggregations.bucket.histogram.DateHistogramInterval;
import org.elasticsearch.test.ESTestCase;

public class SpacingTests extends ESTestCase {
    private static final int MISSING = Grid.MISSING;
    private static final long DAY = 86_400_000;

    public void testShouldLeaveRoomForEachMissingInterval() {
        Grid grid = fixed("1m").lay(new double[] {60_000, 120_000, 300_000});

        Assertions.assertThat(grid.bucket()).containsExactly(0, 1, MISSING, MISSING, 2);
        Assertions.assertThat(grid.keys()).containsExactly(60_000, 120_000, 180_000, 240_000, 300_000);
    }

    public void testShouldCountAMonthAsOneStep() {
        Grid grid = calendar("1M").lay(keys("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z"));

        Assertions.assertThat(grid.bucket()).containsExactly(0, 1, MISSING, 2);
        Assertions.assertThat(grid.keys()[2]).isEqualTo(keys("2026-03-01T00:00:00Z")[0]);
    }

    public void testShouldCountADayWithAClockChangeAsOneStep() {
        DateHistogramAggregationBuilder days = new DateHistogramAggregationBuilder("d")
                .calendarInterval(DateHistogramInterval.DAY)
                .timeZone(ZoneId.of("Europe/Berlin"));

        // Clocks go forward on the 29th, which has 23 hours.
        Grid grid = DateSpacing.of(days)
                .lay(keys(
                        "2026-03-27T23:00:00Z",
                        "2026-03-28T23:00:00Z",
                        "2026-03-29T22:00:00Z",
                        "2026-03-31T22:00:00Z"));

        Assertions.assertThat(grid.bucket()).containsExactly(0, 1, 2, MISSING, 3);
    }

    public void testShouldHonourAnOffset() {
        DateHistogramAggregationBuilder days = new DateHistogramAggregationBuilder("d")
                .fixedInterval(DateHistogramInterval.days(1))
                .offset("+6h");

        Grid grid = DateSpacing.of(days).lay(keys("2026-03-01T06:00:00Z", "2026-03-03T06:00:00Z"));

        Assertions.assertThat(grid.keys())
                .containsExactly(keys("2026-03-01T06:00:00Z", "2026-03-02T06:00:00Z", "2026-03-03T06:00:00Z"));
    }

    public void testShouldNotBeMisledByRoundedKeys() {
        double[] keys = new double[1_000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (i < 500 ? i : i + 1) * 0.1;
        }

        Grid grid = new NumberSpacing(0.1).lay(keys);

        Assertions.assertThat(grid.size()).isEqualTo(1_001);
        Assertions.assertThat(grid.bucket()[500]).isEqualTo(MISSING);
        Assertions.assertThat(grid.bucket()[1_000]).isEqualTo(999);
    }

    public void testShouldTakeBucketsOfAnAutomaticIntervalAsTheyCome() {
        Grid grid = Spacing.ORDINAL.lay(new double[] {0, 10, 31, 59});

        Assertions.assertThat(grid.bucket()).containsExactly(0, 1, 2, 3);
        Assertions.assertThat(Spacing.ORDINAL.millis(grid.keys())).isEqualTo(21);
    }

    public void testShouldLayOutNothing() {
        for (Spacing spacing : Arrays.asList(fixed("1m"), new NumberSpacing(1), Spacing.ORDINAL)) {
            Assertions.assertThat(spacing.lay(new double[0]).size()).isZero();
        }
    }

    public void testShouldRefuseBucketsThatAreTooFarApart() {
        Assertions.assertThatThrownBy(() -> fixed("1s").lay(keys("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 buckets lie on more than 1048576 intervals")
                .hasMessageContaining("choose a longer interval or a shorter range");
    }

    public void testShouldAcceptTheMostIntervals() {
        Assertions.assertThat(new NumberSpacing(1)
                        .lay(new double[] {0, Grid.MOST_INTERVALS - 1})
                        .size())
                .isEqualTo(Grid.MOST_INTERVALS);
    }

    public void testShouldAcceptASeasonOfWholeIntervals() {
        Assertions.assertThatCode(() -> fixed("10m").checkSeason(Season.of(DAY)))
                .doesNotThrowAnyException();
        Assertions.assertThatCode(() -> calendar("1d").checkSeason(Season.of(7 * DAY)))
                .doesNotThrowAnyException();
        Assertions.assertThatCode(() -> calendar("1M").checkSeason(Season.AUTO)).doesNotThrowAnyException();
    }

    public void testShouldRefuseASeasonThatIsNoMultipleOfTheInterval() {
        Assertions.assertThatThrownBy(() -> fixed("7m").checkSeason(Season.of(DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "[season] is [86400000ms], must be auto, none, or a multiple of the histogram's interval [7m] "
                                + "and at least twice as long");
    }

    public void testShouldRefuseASeasonOfOneInterval() {
        Assertions.assertThatThrownBy(() -> fixed("1d").checkSeason(Season.of(DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least twice as long");
    }

    public void testShouldRefuseASeasonOverMonths() {
        Assertions.assertThatThrownBy(() -> calendar("1M").checkSeason(Season.of(360 * DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be auto or none over a calendar interval of [1M]");
    }

    public void testShouldRefuseASeasonOverNumbers() {
        Assertions.assertThatThrownBy(() -> new NumberSpacing(10).checkSeason(Season.of(DAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be auto or none over a histogram of numbers");
    }

    public void testShouldCheckASeasonOnceAnAutomaticIntervalIsKnown() {
        Assertions.assertThatThrownBy(() -> Spacing.ORDINAL.checkSeason(Season.of(DAY), 420_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multiple of the histogram's interval [7m]");
    }

    private static Spacing fixed(String interval) {
        return DateSpacing.of(
                new DateHistogramAggregationBuilder("h").fixedInterval(new DateHistogramInterval(interval)));
    }

    private static Spacing calendar(String interval) {
        return DateSpacing.of(
                new DateHistogramAggregationBuilder("h").calendarInterval(new DateHistogramInterval(interval)));
    }

    private static double[] keys(String... instants) {
        return Arrays.stream(instants)
                .mapToDouble(text -> Instant.parse(text).toEpochMilli())
                .toArray();
    }
}
