package io.weir.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingQuantilesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void shouldAgreeWithSortingEveryWindow(int capacity) {
        Random random = new Random(capacity);
        SlidingQuantiles window = new SlidingQuantiles(capacity);
        double[] values = random.doubles(500).map(v -> Math.floor(20 * v)).toArray();
        for (int i = 0; i < values.length; i++) {
            window.add(values[i]);
            double[] sorted = Arrays.copyOfRange(values, Math.max(0, i + 1 - capacity), i + 1);
            Arrays.sort(sorted);
            int n = sorted.length;
            assertThat(window.median()).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
            double[] distances =
                    Arrays.stream(sorted).map(v -> Math.abs(v - 7)).sorted().toArray();
            assertThat(window.distanceCovering(7, 0.68)).isEqualTo(distances[(int) Math.ceil(0.68 * n) - 1]);
        }
    }

    @Test
    void shouldSayNothingOfAnEmptyWindow() {
        assertThat(new SlidingQuantiles(5).median()).isNaN();
        assertThat(new SlidingQuantiles(5).distanceCovering(0, 0.5)).isNaN();
    }

    @Test
    void shouldSelectLikeSorting() {
        Random random = new Random(1);
        for (int n = 1; n < 200; n++) {
            double[] values = random.doubles(n).map(v -> Math.floor(30 * v)).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            assertThat(Quantiles.median(values.clone(), n)).isEqualTo((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
            assertThat(Quantiles.quantile(values.clone(), n, 0.9)).isEqualTo(sorted[(int) Math.ceil(0.9 * n) - 1]);
        }
    }

    @Test
    void shouldMeasureOneSigmaOfGaussianNoise() {
        Random random = new Random(2);
        SlidingQuantiles window = new SlidingQuantiles(20_000);
        random.doubles(20_000).forEach(ignored -> window.add(3 * random.nextGaussian()));

        assertThat(Spread.about(0, window)).isCloseTo(3, within(0.06));
    }
}
