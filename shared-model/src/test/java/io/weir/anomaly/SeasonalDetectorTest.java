package io.weir.anomaly;

import static io.weir.anomaly.Samples.noise;
import static io.weir.anomaly.Samples.plus;
import static io.weir.anomaly.Samples.series;
import static io.weir.anomaly.Samples.values;
import static io.weir.anomaly.Samples.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.incident.Severity;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonalDetectorTest {
    private static final int SIZE = 600;

    private static AnomalyReport detect(double... values) {
        return new SeasonalDetector(AnomalySettings.DEFAULT).detect(series(values));
    }

    private static AnomalyReport detect(Direction direction, double... values) {
        return new SeasonalDetector(new AnomalySettings(Season.NONE, 0.5, direction, 20)).detect(series(values));
    }

    @Test
    void shouldReportASpikeInNoise() {
        double[] values = noise(SIZE, 20, 2, 1);
        values[400] = 60;

        AnomalyReport report = detect(values);

        assertThat(report.stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.from()).isEqualTo(400);
            assertThat(stretch.to()).isEqualTo(400);
            assertThat(stretch.severity()).isGreaterThanOrEqualTo(Severity.MEDIUM);
            assertThat(stretch.reason()).startsWith("rose to 60, expected 1").endsWith("for 1 interval");
        });
        assertThat(report.anomalous(400)).isTrue();
    }

    @Test
    void shouldReportEverySpikeOnAConstantSeries() {
        double[] values = values(SIZE, i -> 5);
        values[100] = 5.1;
        values[500] = 4.9;

        AnomalyReport report = detect(values);

        assertThat(report.stretches()).extracting(AnomalousStretch::peak).containsExactly(100, 500);
        assertThat(report.stretches().getFirst().reason()).isEqualTo("rose to 5.1, was constant at 5, for 1 interval");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 1e9, -3e-3})
    void shouldNotAlarmOnRoundingOfAConstant(double constant) {
        double[] values = values(SIZE, i -> i % 7 == 0 ? Math.nextUp((float) constant) : constant);
        values[300] = constant + 1e-15;

        assertThat(detect(values).stretches()).isEmpty();
    }

    @Test
    void shouldNotAlarmOnRareCountsAmongZeros() {
        java.util.Random random = new java.util.Random(7);
        double[] values = values(2_000, i -> random.nextInt(20) == 0 ? 1 : 0);

        long alarms =
                Arrays.stream(detect(values).score()).filter(s -> s >= 0.5).count();

        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    @Test
    void shouldReportABurstAmongRareCounts() {
        java.util.Random random = new java.util.Random(7);
        double[] values = values(2_000, i -> random.nextInt(20) == 0 ? 1 : 0);
        values[1_500] = 8;

        assertThat(detect(values).anomalous(1_500)).isTrue();
    }

    @Test
    void shouldStopReportingALevelShiftOnceItIsNormal() {
        double[] values = plus(noise(SIZE, 10, 1, 2), i -> i < 300 ? 0 : 20);

        AnomalyReport report = detect(values);

        assertThat(report.stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.from()).isEqualTo(300);
            assertThat(stretch.to()).isBetween(300 + Baseline.ADAPTATION - 5, 300 + Baseline.ADAPTATION + 5);
        });
    }

    @Test
    void shouldNotWidenTheBandForOneOutlier() {
        double[] clean = noise(SIZE, 10, 1, 3);
        double[] dirty = clean.clone();
        dirty[400] = 1e6;

        AnomalyReport before = detect(clean);
        AnomalyReport after = detect(dirty);

        double width = after.upper()[401] - after.lower()[401];
        assertThat(width / (before.upper()[401] - before.lower()[401])).isBetween(0.97, 1.03);
    }

    @Test
    void shouldFollowASlowTrend() {
        double[] values = plus(noise(SIZE, 0, 1, 4), i -> 0.05 * i);

        assertThat(detect(values).stretches()).isEmpty();
    }

    @Test
    void shouldReportOnlyTheSideAsked() {
        double[] values = noise(SIZE, 20, 1, 5);
        values[300] = 50;
        values[400] = -50;

        assertThat(detect(Direction.ABOVE, values).stretches())
                .extracting(AnomalousStretch::peak)
                .containsExactly(300);
        assertThat(detect(Direction.BELOW, values).stretches())
                .extracting(AnomalousStretch::peak)
                .containsExactly(400);
    }

    @Test
    void shouldMergeAnomaliesOverShortGaps() {
        double[] values = noise(SIZE, 20, 1, 6);
        values[300] = 50;
        values[301] = Double.NaN;
        values[303] = 60;

        assertThat(detect(values).stretches()).singleElement().satisfies(stretch -> {
            assertThat(stretch.from()).isEqualTo(300);
            assertThat(stretch.to()).isEqualTo(303);
            assertThat(stretch.peak()).isEqualTo(303);
            assertThat(stretch.reason()).endsWith("in 2 of 4 intervals");
        });
    }

    @Test
    void shouldSayThatHistoryIsTooShort() {
        AnomalyReport report = detect(noise(20, 0, 1, 7));

        assertThat(report.insufficient()).isTrue();
        assertThat(report.reason())
                .isEqualTo("cannot tell: 20 observed intervals must come before the first that is"
                        + " judged, the series has 20 in 20");
        assertThat(report.score()).containsOnly(Double.NaN);
    }

    @Test
    void shouldSayNothingOfGapsAndAnEmptySeries() {
        double[] values = noise(SIZE, 0, 1, 8);
        Arrays.fill(values, 200, 260, Double.NaN);

        AnomalyReport report = detect(values);

        assertThat(Arrays.copyOfRange(report.score(), 200, 260)).containsOnly(Double.NaN);
        assertThat(report.stretches()).isEmpty();
        assertThat(detect().insufficient()).isTrue();
        assertThat(detect(values(50, i -> Double.NaN)).insufficient()).isTrue();
    }

    @Test
    void shouldUseAGivenSeasonAfterThreeCycles() {
        double[] values = plus(noise(SIZE, 100, 1, 9), i -> wave(i, 60, 30));
        values[555] = values[525];

        AnomalyReport report = new SeasonalDetector(
                        new AnomalySettings(Season.of(60 * Samples.MINUTE), 0.5, Direction.BOTH, 20))
                .detect(series(values));

        assertThat(report.seasonLength()).isEqualTo(60);
        assertThat(report.stretches()).extracting(AnomalousStretch::peak).contains(555);
        assertThat(report.upper()[500] - report.lower()[500]).isLessThan(12);
    }

    @Test
    void shouldRefuseASeasonThatIsNotWholeIntervals() {
        SeasonalDetector detector =
                new SeasonalDetector(new AnomalySettings(Season.of(90_000), 0.5, Direction.BOTH, 20));

        assertThatThrownBy(() -> detector.detect(series(noise(SIZE, 0, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("season", "90000", "60000", "120000");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e300, -1e300, 1e-300})
    void shouldScoreExtremeValuesInZeroToOne(double extreme) {
        double[] values = noise(SIZE, 0, 1, 10);
        values[300] = extreme;
        values[301] = -extreme;

        double[] score = detect(values).score();

        assertThat(Arrays.stream(score).filter(s -> !Double.isNaN(s))).allMatch(s -> s >= 0 && s <= 1);
    }
}
