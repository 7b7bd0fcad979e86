package io.weir.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianTailTest {
    /** Values of Abramowitz and Stegun, tables 26.1 and 26.2 (the last: minus the decimal logarithm of the tail). */
    @ParameterizedTest
    @CsvSource({
        "-1, 0.841344746068543",
        "0, 0.5",
        "1, 0.158655253931457",
        "2, 0.022750131948179",
        "3, 0.001349898031630",
        "5, 2.866515718791e-7"
    })
    void shouldAgreeWithTables(double z, double tail) {
        assertThat(Math.exp(GaussianTail.log(z))).isCloseTo(tail, within(1e-8 * tail));
    }

    @Test
    void shouldGoOnWhereProbabilitiesUnderflow() {
        assertThat(-GaussianTail.log(50) / Math.log(10)).isCloseTo(544.96634, within(1e-5));
        assertThat(GaussianTail.log(1_000)).isLessThan(GaussianTail.log(999));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1, 1.99, 2.01, 3.89, 7, 30})
    void shouldInvert(double z) {
        assertThat(GaussianTail.quantile(GaussianTail.log(z))).isCloseTo(z, within(1e-8));
    }

    @Test
    void shouldInterpolateCloselyAndNeverGoUp() {
        double last = 0;
        for (int i = 0; i <= 20_000; i++) {
            double quick = GaussianTail.quickLog(i / 2_000.0);
            assertThat(quick)
                    .isCloseTo(GaussianTail.log(i / 2_000.0), within(4e-5))
                    .isLessThan(last);
            last = quick;
        }
    }
}
