package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTest {
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 7, 9.99, 10, 40, 300, 20_000})
    void shouldFollowTheDistribution(double mean) {
        Poisson law = new Poisson(mean);
        PoissonDistribution expected = PoissonDistribution.of(mean);
        SplitMix random = new SplitMix(1, 2);
        double largest = 0;
        double[] values = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            values[i] = law.draw(random);
        }
        Arrays.sort(values);
        for (int i = 0; i + 1 < DRAWS; i++) {
            if (values[i] != values[i + 1]) {
                double share = (i + 1.0) / DRAWS;
                largest = Math.max(largest, Math.abs(share - expected.cumulativeProbability((int) values[i])));
            }
        }

        // Kolmogorov's 99.9 % quantile; on a lattice the distance is smaller still. One seed, so it never flickers.
        assertThat(largest).isLessThan(1.95 / Math.sqrt(DRAWS));
    }
}
