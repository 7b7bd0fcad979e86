package io.weir.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.drift.distance.BucketHistogram.Bucket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinRuleTest {
    private static final double[] TO_100 =
            IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

    @Test
    void shouldCutTheReferenceIntoTenths() {
        Cells cells = BinRule.REFERENCE_DECILES.cut(SortedValues.of(TO_100), SortedValues.of(0, 1000));

        assertThat(cells.reference()).hasSize(10).containsOnly(new double[] {0.1}, within(1e-12));
        assertThat(cells.current()[0]).isEqualTo(0.5);
        assertThat(cells.current()[9]).isEqualTo(0.5);
    }

    @Test
    void shouldMakeOneCellOfEqualDeciles() {
        NumericDistribution mostlyZero = SortedValues.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 2);

        assertThat(BinRule.REFERENCE_DECILES.cut(mostlyZero, mostlyZero).reference()[0])
                .isCloseTo(0.8, within(1e-12));
    }

    /** NumPy: {@code histogram_bin_edges(range(1, 101), bins='sturges')} has 8 bins of width 12.375. */
    @Test
    void shouldCutEqualWidthsOverBothAsNumPy() {
        Cells cells = BinRule.STURGES_OVER_BOTH.cut(SortedValues.of(TO_100), SortedValues.of());

        assertThat(cells.reference())
                .containsExactly(new double[] {0.13, 0.12, 0.13, 0.12, 0.12, 0.13, 0.12, 0.13}, within(1e-12));
    }

    @Test
    void shouldCutAtGivenEdges() {
        Cells cells = new BinRule.Given(List.of(2.0, 3.0)).cut(SortedValues.of(1, 2, 2, 3), SortedValues.of(2));

        assertThat(cells.reference()).containsExactly(0.25, 0.5, 0.25);
        assertThat(cells.name(1)).isEqualTo("[2.0, 3.0)");
    }

    @Test
    void shouldKeepPointsApartFromTheGapsAroundThem() {
        NumericDistribution point = new BucketHistogram(List.of(new Bucket(1, 1, 1)), 0);
        NumericDistribution wide = new BucketHistogram(List.of(new Bucket(0, 2, 1)), 0);

        assertThat(CellDistance.TOTAL_VARIATION.between(BinRule.UNION.cut(point, wide)))
                .isEqualTo(1);
    }

    @Test
    void shouldRefuseEdgesOutOfOrder() {
        assertThatThrownBy(() -> new BinRule.Given(List.of(2.0, 1.0))).hasMessageContaining("1.0 is out of order");
    }
}
