package io.weir.drift.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: SciPy 1.17.1, {@code scipy.stats.ncx2}. */
class NoncentralChiSquareTest {
    @ParameterizedTest
    @CsvSource({
        "12, 9, 2.5, 0.4042885137530072",
        "60, 9, 2.5, 1.3412957712951067e-07",
        "300, 9, 250, 0.10251299724961709",
        "105000, 99, 100000, 9.57580927519681e-15"
    })
    void shouldKeepRelativeAccuracyInTheUpperTail(double x, double degrees, double noncentrality, double expected) {
        assertThat(NoncentralChiSquare.survival(x, degrees, noncentrality)).isCloseTo(expected, withPercentage(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"12, 9, 2.5, 0.5957114862469929", "1, 9, 20, 5.9349975239879487e-08", "300, 9, 250, 0.8974870027503825"
    })
    void shouldKeepRelativeAccuracyInTheLowerTail(double x, double degrees, double noncentrality, double expected) {
        assertThat(NoncentralChiSquare.cumulative(x, degrees, noncentrality)).isCloseTo(expected, withPercentage(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"251000, 9, 250000, 0.1608403557193539"})
    void shouldApproximateLargeNoncentralities(double x, double degrees, double noncentrality, double expected) {
        assertThat(NoncentralChiSquare.survival(x, degrees, noncentrality)).isCloseTo(expected, withPercentage(0.1));
    }

    @ParameterizedTest
    @CsvSource({"16.918977604620448, 9, 0.05"})
    void shouldBeTheCentralDistributionWithoutNoncentrality(double x, double degrees, double expected) {
        assertThat(NoncentralChiSquare.survival(x, degrees, 0)).isCloseTo(expected, withPercentage(1e-8));
    }
}
