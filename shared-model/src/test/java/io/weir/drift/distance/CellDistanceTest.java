package io.weir.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CellDistanceTest {
    private static final Cells HALVES =
            Cells.of(List.of("a", "b"), new double[] {0.5, 0.5}, new double[] {0.25, 0.75}, 100, 400);

    /** By hand: psi .25 ln 2 + .25 ln 1.5, kl .5 ln 2 + .5 ln (2/3), JS with the averages .375 and .625. */
    @ParameterizedTest
    @CsvSource({
        "PSI, 0.274653072167",
        "KL_DIVERGENCE, 0.143841036226",
        "JS_DIVERGENCE, 0.048794940695",
        "JS_DISTANCE, 0.220895768849",
        "JS_DISTANCE_NATS, 0.183907790940",
        "HELLINGER, 0.184591911283",
        "TOTAL_VARIATION, 0.25",
        "L_INFINITY, 0.25"
    })
    void shouldFollowItsFormula(CellDistance distance, double expected) {
        assertThat(distance.between(HALVES)).isCloseTo(expected, within(1e-11));
    }

    @ParameterizedTest
    @EnumSource(CellDistance.class)
    void shouldBeZeroForEqualShares(CellDistance distance) {
        double[] shares = {0.1, 0.2, 0.7};

        assertThat(distance.between(Cells.of(List.of("a", "b", "c"), shares, shares, 10, 10)))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = CellDistance.class,
            names = {"JS_DIVERGENCE", "JS_DISTANCE", "HELLINGER", "TOTAL_VARIATION", "L_INFINITY"})
    void shouldBeOneForDisjointShares(CellDistance distance) {
        assertThat(distance.between(disjoint())).isCloseTo(1, within(1e-12));
    }

    @Test
    void shouldBeInfiniteWhereZerosAreKept() {
        assertThat(CellDistance.PSI.between(disjoint(), ZeroRule.KEEP)).isInfinite();
    }

    @Test
    void shouldFillZerosByTheNamedRule() {
        double expected = 2 * (1 - 1e-4) * Math.log(1e4);

        assertThat(CellDistance.PSI.between(disjoint(), ZeroRule.FLOOR)).isCloseTo(expected, within(1e-12));
        assertThat(CellDistance.PSI.between(disjoint(), ZeroRule.EVIDENTLY)).isCloseTo(expected, within(1e-12));
        assertThat(CellDistance.PSI.between(disjoint(), ZeroRule.HALF_ROW))
                .isCloseTo(2 * (20.0 / 21) * Math.log(41), within(1e-12));
    }

    @Test
    void shouldFillWithAMillionthOfTheLeastShareAsEvidentlyIfThatIsTiny() {
        Cells cells = Cells.of(
                List.of("a", "b", "c"), new double[] {0.99995, 0.00005, 0}, new double[] {0.5, 0.25, 0.25}, 20, 20);
        double filled = 0.00005 / 1e6;

        assertThat(CellDistance.KL_DIVERGENCE.between(cells, ZeroRule.EVIDENTLY))
                .isCloseTo(
                        0.99995 * Math.log(0.99995 / 0.5)
                                + 0.00005 * Math.log(0.00005 / 0.25)
                                + filled * Math.log(filled / 0.25),
                        within(1e-12));
    }

    private static Cells disjoint() {
        return Cells.of(List.of("a", "b"), new double[] {1, 0}, new double[] {0, 1}, 20, 20);
    }
}
