package io.weir.anomaly;

import static io.weir.anomaly.Samples.MINUTE;
import static io.weir.anomaly.Samples.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.series.TimeSeries;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any series: tried on messy ones with a season, shifts, spikes and gaps. */
class SeasonalDetectorPropertiesTest {
    private static final int SIZE = 900;

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    private static double[] messy(long seed) {
        Random random = new Random(seed);
        double amplitude = 10 * random.nextInt(3);
        int period = 12 + random.nextInt(60);
        double gaps = 0.1 * random.nextInt(4);
        boolean counts = random.nextBoolean();
        double shift = 0;
        double[] values = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            shift += random.nextInt(200) == 0 ? 20 * random.nextGaussian() : 0;
            double spike = random.nextInt(80) == 0 ? 100 * random.nextGaussian() : 0;
            double value = 50 + wave(i, period, amplitude) + shift + spike + 3 * random.nextGaussian();
            values[i] = random.nextDouble() < gaps ? Double.NaN : counts ? Math.rint(value) : value;
        }
        return values;
    }

    private static AnomalyReport detect(double[] values) {
        return new SeasonalDetector(AnomalySettings.DEFAULT).detect(new TimeSeries(0, MINUTE, values));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldScoreAnIntervalAlikeWhateverComesAfterIt(long seed) {
        double[] values = messy(seed);
        AnomalyReport whole = detect(values);
        for (int known : new int[] {30, 100, 193, 511, 800}) {
            AnomalyReport prefix = detect(Arrays.copyOf(values, known));

            assertThat(prefix.score()).containsExactly(Arrays.copyOf(whole.score(), known));
            assertThat(prefix.expected()).containsExactly(Arrays.copyOf(whole.expected(), known));
            assertThat(prefix.lower()).containsExactly(Arrays.copyOf(whole.lower(), known));
            assertThat(prefix.upper()).containsExactly(Arrays.copyOf(whole.upper(), known));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNotDependOnTheUnit(long seed) {
        double[] values = messy(seed);
        AnomalyReport plain = detect(values);
        AnomalyReport scaled = detect(Arrays.stream(values).map(v -> v * 1_024).toArray());

        assertThat(scaled.score()).containsExactly(plain.score());
        assertThat(scaled.upper())
                .containsExactly(
                        Arrays.stream(plain.upper()).map(v -> v * 1_024).toArray());
        assertThat(scaled.changePoints())
                .extracting(ChangePoint::index)
                .isEqualTo(plain.changePoints().stream().map(ChangePoint::index).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldNotDependOnTheZeroPoint(long seed) {
        double[] values = messy(seed);
        AnomalyReport plain = detect(values);
        AnomalyReport shifted = detect(Arrays.stream(values).map(v -> v + 4_096).toArray());

        for (int i = 0; i < SIZE; i++) {
            if (plain.scored(i)) {
                assertThat(shifted.score()[i]).isCloseTo(plain.score()[i], within(1e-6));
                assertThat(shifted.upper()[i] - 4_096).isCloseTo(plain.upper()[i], within(1e-6));
            } else {
                assertThat(shifted.scored(i)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMirrorWhenTheSeriesIsTurnedUpsideDown(long seed) {
        double[] values = messy(seed);
        AnomalyReport plain = detect(values);
        AnomalyReport mirrored = detect(Arrays.stream(values).map(v -> -v).toArray());

        for (int i = 0; i < SIZE; i++) {
            if (plain.scored(i)) {
                assertThat(mirrored.score()[i]).isCloseTo(plain.score()[i], within(1e-6));
                assertThat(-mirrored.lower()[i]).isCloseTo(plain.upper()[i], within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldIgnoreGapsBeforeTheFirstValue(long seed) {
        double[] values = messy(seed);
        values[0] = 50;
        double[] later = new double[SIZE + 100];
        Arrays.fill(later, Double.NaN);
        System.arraycopy(values, 0, later, 100, SIZE);

        AnomalyReport report = detect(later);

        assertThat(Arrays.copyOfRange(report.score(), 100, SIZE + 100))
                .containsExactly(detect(values).score());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldAnswerAlikeWhenAskedAgain(long seed) {
        AnomalyReport first = detect(messy(seed));
        AnomalyReport second = detect(messy(seed));

        assertThat(second.score()).containsExactly(first.score());
        assertThat(second.stretches()).isEqualTo(first.stretches());
        assertThat(second.changePoints()).isEqualTo(first.changePoints());
        assertThat(second.reason()).isEqualTo(first.reason());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldListExactlyTheAnomalousIntervalsInStretches(long seed) {
        double[] values = messy(seed);
        AnomalyReport report = detect(values);
        boolean[] inStretch = new boolean[SIZE];
        for (AnomalousStretch stretch : report.stretches()) {
            assertThat(report.anomalous(stretch.from())).isTrue();
            assertThat(report.anomalous(stretch.to())).isTrue();
            assertThat(report.score()[stretch.peak()]).isEqualTo(stretch.peakScore());
            Arrays.fill(inStretch, stretch.from(), stretch.to() + 1, true);
        }
        for (int i = 0; i < SIZE; i++) {
            boolean outside = report.scored(i) && (values[i] > report.upper()[i] || values[i] < report.lower()[i]);
            assertThat(report.anomalous(i)).isEqualTo(outside);
            assertThat(inStretch[i] || !outside).isTrue();
        }
    }
}
