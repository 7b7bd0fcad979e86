package io.weir.drift.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.drift.distance.CellDistance;
import io.weir.drift.distance.Cells;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What every uncertainty must obey, whatever was measured. */
class UncertaintyPropertiesTest {
    private static final CellDistance JS = CellDistance.JS_DISTANCE;
    private static final double LEVEL = 0.05;
    private static final double ROUNDING = 1e-6;

    @Property(tries = 60, seed = "42")
    void shouldBeMonotoneInTheLimit(
            @ForAll @IntRange(max = 5) int kind,
            @ForAll @IntRange(min = 10, max = 2000) int n,
            @ForAll @IntRange(min = 10, max = 2000) int m,
            @ForAll @DoubleRange(min = 0, max = 0.4) double change) {
        Uncertainty uncertainty = uncertainty(kind, n, m, change);

        for (double limit = 0; limit < 0.5; limit += 0.05) {
            assertThat(uncertainty.exceedance(limit)).isBetween(0.0, uncertainty.exceedance(limit + 0.05) + ROUNDING);
            assertThat(uncertainty.shortfall(limit + 0.05)).isBetween(0.0, uncertainty.shortfall(limit) + ROUNDING);
        }
    }

    /** Not both: a distance that is confidently above its limit and confidently below. */
    @Property(tries = 60, seed = "42")
    void shouldNotContradictItself(
            @ForAll @IntRange(max = 5) int kind,
            @ForAll @IntRange(min = 10, max = 2000) int n,
            @ForAll @IntRange(min = 10, max = 2000) int m,
            @ForAll @DoubleRange(min = 0, max = 0.4) double change) {
        Uncertainty uncertainty = uncertainty(kind, n, m, change);

        for (double limit = 0.01; limit < 0.5; limit += 0.05) {
            boolean above = uncertainty.exceedance(limit) <= LEVEL;
            boolean below = uncertainty.shortfall(limit) <= LEVEL;
            assertThat(above && below).isFalse();
        }
    }

    @Property(tries = 30, seed = "42")
    void shouldGiveAnIntervalThatAgreesWithTheTest(
            @ForAll @IntRange(max = 5) int kind,
            @ForAll @IntRange(min = 10, max = 2000) int n,
            @ForAll @DoubleRange(min = 0, max = 0.4) double change) {
        Uncertainty uncertainty = uncertainty(kind, n, n, change);
        Interval interval = Interval.of(uncertainty, kind == 0 ? JS.between(cells(n, n, change)) : change, 1, LEVEL);

        assertThat(interval.lower()).isLessThanOrEqualTo(interval.upper());
        assertThat(uncertainty.exceedance(interval.lower() + ROUNDING)).isGreaterThan(LEVEL - 0.001);
        assertThat(uncertainty.shortfall(interval.upper() - ROUNDING)).isGreaterThan(LEVEL - 0.001);
    }

    private static Uncertainty uncertainty(int kind, int n, int m, double change) {
        Cells cells = cells(n, m, change);
        return switch (kind) {
            case 0 -> new ChiSquareFamily(JS, JS.between(cells), cells);
            case 1 -> new KolmogorovBand(change, n, m, 0.01);
            case 2 -> ProportionDifference.absolute(0.2 * n, n, (0.2 + change) * m, m);
            case 3 -> ProportionDifference.increase(0.2 * n, n, (0.2 + change) * m, m);
            case 4 -> new LargestDifference(cells, 0);
            default -> Simulated.withUnseen(cells, CellDistance.TOTAL_VARIATION::between, 0.1, 1);
        };
    }

    private static Cells cells(int n, int m, double change) {
        double[] p = {0.5, 0.3, 0.2};
        double[] q = {0.5 - change, 0.3, 0.2 + change};
        return Cells.of(List.of("a", "b", "c"), p, q, n, m);
    }
}
