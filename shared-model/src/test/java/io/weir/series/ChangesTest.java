package io.weir.series;

import static io.weir.anomaly.Samples.noise;
import static io.weir.anomaly.Samples.plus;
import static io.weir.anomaly.Samples.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private static final int SIZE = 1_000;

    @Test
    void shouldFindEveryStepWhereItIs() {
        double[] levels = {10, 14, 9, 20, 20, 16};
        double[] values = plus(noise(SIZE, 0, 1, 1), i -> levels[i * levels.length / SIZE]);

        assertThat(Changes.of(values).levels())
                .extracting(Shift::index)
                .satisfiesExactly(
                        i -> assertThat(i).isCloseTo(167, within(2)),
                        i -> assertThat(i).isCloseTo(334, within(2)),
                        i -> assertThat(i).isCloseTo(500, within(2)),
                        i -> assertThat(i).isCloseTo(834, within(2)));
    }

    @Test
    void shouldSayWhatTheLevelWasAndIs() {
        Shift shift = Changes.of(plus(noise(SIZE, 10, 1, 2), i -> i < 400 ? 0 : 5))
                .levels()
                .getFirst();

        assertThat(shift.before()).isCloseTo(10, within(0.2));
        assertThat(shift.after()).isCloseTo(15, within(0.2));
        assertThat(shift.pValue()).isLessThan(1e-20);
    }

    @Test
    void shouldFindStepsOfAConstant() {
        assertThat(Changes.of(values(SIZE, i -> i < 300 ? 1 : 2)).levels())
                .extracting(Shift::index)
                .containsExactly(300);
    }

    @Test
    void shouldFindASlopeThatBegins() {
        Changes changes = Changes.of(plus(noise(SIZE, 0, 1, 3), i -> i < 500 ? 0 : 0.05 * (i - 500)));

        assertThat(changes.levels()).isEmpty();
        assertThat(changes.slopes()).singleElement().satisfies(shift -> {
            assertThat(shift.index()).isCloseTo(500, within(30));
            assertThat(shift.after()).isCloseTo(0.05, within(0.005));
        });
    }

    @Test
    void shouldFindASpreadThatGrows() {
        double[] noise = noise(SIZE, 0, 1, 4);
        Changes changes = Changes.of(values(SIZE, i -> i < 600 ? noise[i] : 3 * noise[i]));

        assertThat(changes.levels()).isEmpty();
        assertThat(changes.spreads()).singleElement().satisfies(shift -> {
            assertThat(shift.index()).isCloseTo(600, within(15));
            assertThat(shift.before()).isCloseTo(1, within(0.15));
            assertThat(shift.after()).isCloseTo(3, within(0.45));
        });
    }

    @Test
    void shouldTellAStepFromATrend() {
        assertThat(Changes.of(plus(noise(SIZE, 0, 1, 5), i -> 0.02 * i)).levels())
                .isEmpty();
        assertThat(Changes.of(plus(noise(SIZE, 0, 1, 5), i -> 0.01 * i + (i < 500 ? 0 : 6)))
                        .levels())
                .extracting(Shift::index)
                .satisfiesExactly(i -> assertThat(i).isCloseTo(500, within(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8})
    void shouldNotTakeABriefExcursionForALastingChange(int length) {
        Random random = new Random(6);
        double[] values =
                plus(noise(SIZE, 0, 1, 6), i -> (i >= 500 && i < 500 + length ? 30 : 0) + random.nextDouble());

        assertThat(Changes.of(values).levels()).isEmpty();
    }

    @Test
    void shouldFindNothingInAConstantAnEmptyOrAShortSeries() {
        Changes none = new Changes(java.util.List.of(), java.util.List.of(), java.util.List.of());

        assertThat(Changes.of(values(SIZE, i -> 7))).isEqualTo(none);
        assertThat(Changes.of(new double[0])).isEqualTo(none);
        assertThat(Changes.of(new double[] {1, 2, 100, 200})).isEqualTo(none);
    }
}
