package io.weir.series;

import static io.weir.anomaly.Samples.noise;
import static io.weir.anomaly.Samples.plus;
import static io.weir.anomaly.Samples.values;
import static io.weir.anomaly.Samples.wave;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodFinderTest {
    private static final long HALF_HOUR = 1_800_000;

    private static int find(double[] values) {
        return PeriodFinder.find(values, 0, values.length, HALF_HOUR, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 24, 60, 100, 144})
    void shouldFindThePeriodOfAWaveInNoise(int period) {
        assertThat(find(plus(noise(1_000, 50, 1, 1), i -> wave(i, period, 4)))).isEqualTo(period);
    }

    @Test
    void shouldFindThePeriodOfRareSpikes() {
        assertThat(find(plus(noise(1_000, 50, 1, 2), i -> i % 26 == 5 ? 20 : 0)))
                .isEqualTo(26);
    }

    @Test
    void shouldFindThePeriodInSpiteOfGapsOutliersTrendAndShifts() {
        Random random = new Random(3);
        double[] values = plus(noise(2_000, 50, 1, 3), i -> {
            double kept = random.nextInt(5) == 0 ? Double.NaN : wave(i, 60, 4) + 0.01 * i + (i > 1_300 ? 5 : 0);
            return random.nextInt(100) == 0 ? 500 : kept;
        });

        assertThat(find(values)).isEqualTo(60);
    }

    @Test
    void shouldPreferTheWeekToTheDayWhereWeekendsDiffer() {
        double[] values = plus(noise(336 * 4, 50, 1, 4), i -> wave(i, 48, 5) * (i / 48 % 7 < 5 ? 1 : 0.3));

        assertThat(find(values)).isEqualTo(336);
    }

    @Test
    void shouldPreferTheDayToTheWeekWhereAllDaysAreAlike() {
        assertThat(find(plus(noise(336 * 4, 50, 1, 5), i -> wave(i, 48, 5)))).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFindNoPeriodInNoiseTrendsOrShifts(long seed) {
        double[] noise = noise(1_500, 50, 1, seed);

        assertThat(find(noise)).isZero();
        assertThat(find(plus(noise, i -> 0.02 * i))).isZero();
        assertThat(find(plus(noise, i -> i < 900 ? 0 : 8))).isZero();
    }

    @Test
    void shouldFindNoPeriodInAConstantOrEmptySeries() {
        assertThat(find(values(500, i -> 3))).isZero();
        assertThat(find(values(500, i -> Double.NaN))).isZero();
        assertThat(find(new double[0])).isZero();
    }

    @Test
    void shouldFindTheDayInALongSeriesOfMinutes() {
        double[] values = plus(noise(40_000, 50, 1, 6), i -> wave(i, 1_440, 8));

        assertThat(PeriodFinder.find(values, 0, values.length, 60_000, 0)).isEqualTo(1_440);
    }
}
