package io.weir.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.drift.distance.BucketHistogram.Bucket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CumulativeDistancesTest {
    private static final NumericDistribution ONE_TO_FOUR = SortedValues.of(1, 2, 3, 4);

    @Test
    void shouldFindTheGreatestDifferenceOfTheCumulativeShares() {
        assertThat(CumulativeDistances.kolmogorovSmirnov(ONE_TO_FOUR, SortedValues.of(3, 4, 5, 6)))
                .isEqualTo(0.5);
    }

    @Test
    void shouldCountTiesOnBothSides() {
        assertThat(CumulativeDistances.kolmogorovSmirnov(SortedValues.of(1, 1, 1, 2), SortedValues.of(1, 2, 2, 2)))
                .isEqualTo(0.5);
    }

    @Test
    void shouldMeasureAShiftAsItsLength() {
        assertThat(CumulativeDistances.wasserstein(ONE_TO_FOUR, SortedValues.of(11, 12, 13, 14)))
                .isCloseTo(10, within(1e-12));
    }

    @Test
    void shouldMeasureTheWorkBetweenSamplesOfDifferentSizes() {
        // Half of the mass moves by 1 and the other half not at all.
        assertThat(CumulativeDistances.wasserstein(SortedValues.of(0, 1), SortedValues.of(1)))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void shouldDivideByTheReferencesDeviationAsEvidently() {
        assertThat(CumulativeDistances.wassersteinPerSigma(ONE_TO_FOUR, SortedValues.of(2, 3, 4, 5)))
                .isCloseTo(1 / Math.sqrt(1.25), within(1e-12));
    }

    @Test
    void shouldIntegrateWhereLinesCross() {
        NumericDistribution wide = new BucketHistogram(List.of(new Bucket(0, 2, 1)), 0);
        NumericDistribution narrow = new BucketHistogram(List.of(new Bucket(0.5, 1.5, 1)), 0);

        // Two triangles between the lines x/2 and x - 1/2: each .25 high and, from 0 to 1, 1 long in two parts.
        assertThat(CumulativeDistances.wasserstein(wide, narrow)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void shouldAgreeWithADirectComputationOnRandomSamples() {
        Random random = new Random(5);
        double[] a = random.doubles(200).toArray();
        double[] b = random.doubles(200).map(x -> x * x).toArray();
        double[] sortedA = a.clone();
        double[] sortedB = b.clone();
        java.util.Arrays.sort(sortedA);
        java.util.Arrays.sort(sortedB);
        double expected = 0;
        for (int i = 0; i < a.length; i++) {
            expected += Math.abs(sortedA[i] - sortedB[i]) / a.length;
        }

        assertThat(CumulativeDistances.wasserstein(SortedValues.of(a), SortedValues.of(b)))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void shouldHaveNoAnswerWithoutValues() {
        assertThat(CumulativeDistances.kolmogorovSmirnov(SortedValues.of(), ONE_TO_FOUR))
                .isNaN();
    }

    @Test
    void shouldCountNanAsMissing() {
        NumericDistribution values = SortedValues.of(new double[] {1, Double.NaN, 2}, 3);

        assertThat(values.count()).isEqualTo(2);
        assertThat(values.missing()).isEqualTo(4);
    }
}
