package io.weir.series;

import static io.weir.anomaly.Samples.noise;
import static io.weir.anomaly.Samples.plus;
import static io.weir.anomaly.Samples.values;
import static io.weir.anomaly.Samples.wave;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeasonalProfileTest {
    private static final int PERIOD = 24;

    @Test
    void shouldLearnTheShapeInSpiteOfATrendAndAnOutlier() {
        double[] values = values(7 * PERIOD, i -> wave(i, PERIOD, 5) + 0.5 * i);
        values[30] = 1e6;

        SeasonalProfile profile = SeasonalProfile.of(values, 0, values.length, PERIOD);

        double offset = profile.level(0);
        for (int phase = 0; phase < PERIOD; phase++) {
            assertThat(profile.level(phase) - offset).isCloseTo(wave(phase, PERIOD, 5), within(0.01));
        }
    }

    @Test
    void shouldLookAtCompleteCyclesOnly() {
        double[] values = values(4 * PERIOD + 10, i -> i < 4 * PERIOD ? wave(i, PERIOD, 5) : 1e6);

        SeasonalProfile profile = SeasonalProfile.of(values, 0, values.length, PERIOD);

        assertThat(profile.level(3)).isLessThan(10);
    }

    @Test
    void shouldFillAPhaseThatWasNeverObserved() {
        double[] values = values(7 * PERIOD, i -> i % PERIOD == 5 ? Double.NaN : wave(i, PERIOD, 5));

        SeasonalProfile profile = SeasonalProfile.of(values, 0, values.length, PERIOD);

        assertThat(profile.level(5)).isEqualTo(profile.level(4));
    }

    @Test
    void shouldLeaveOutACycleThatIsMostlyGaps() {
        double[] values = values(5 * PERIOD, i -> wave(i, PERIOD, 5));
        Arrays.fill(values, PERIOD + 2, 2 * PERIOD, Double.NaN);
        values[PERIOD] = 1e6;
        values[PERIOD + 1] = 1e6;

        SeasonalProfile profile = SeasonalProfile.of(values, 0, values.length, PERIOD);

        assertThat(profile.level(0)).isCloseTo(0, within(1e-9));
    }

    @Test
    void shouldLearnWhereInTheSeasonNoiseIsStronger() {
        int day = 288;
        double[] noise = noise(7 * day, 0, 1, 1);
        double[] values = values(7 * day, i -> i % day < day / 2 ? noise[i] : 4 * noise[i]);

        SeasonalProfile profile = SeasonalProfile.of(values, 0, values.length, day);

        assertThat(profile.spread(200) / profile.spread(50)).isBetween(2.5, 5.0);
    }

    @Test
    void shouldTakeEvenNoiseForEven() {
        double[] values = plus(noise(7 * 288, 0, 1, 2), i -> wave(i, 288, 10));

        SeasonalProfile profile = SeasonalProfile.of(values, 0, values.length, 288);

        for (int phase = 0; phase < 288; phase++) {
            assertThat(profile.spread(phase)).isBetween(0.85, 1.2);
        }
    }

    @Test
    void shouldSayNothingBeforeTheFirstCycleIsComplete() {
        SeasonalProfile profile = SeasonalProfile.of(new double[PERIOD - 1], 0, PERIOD - 1, PERIOD);

        assertThat(profile.level(7)).isZero();
        assertThat(profile.spread(7)).isEqualTo(1);
    }
}
