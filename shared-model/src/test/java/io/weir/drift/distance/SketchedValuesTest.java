package io.weir.drift.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SketchedValuesTest {
    @Test
    void shouldBeExactWhileTheSketchKeepsAll() {
        KllSketch sketch = KllSketch.create(1);
        Moments moments = new Moments();
        double[] values = new Random(3).doubles(100).toArray();
        for (double value : values) {
            sketch.add(value);
            moments.add(value);
        }
        NumericDistribution exact = SortedValues.of(values);
        NumericDistribution sketched = SketchedValues.of(sketch, moments, 7);

        assertThat(CumulativeDistances.kolmogorovSmirnov(exact, sketched)).isZero();
        assertThat(sketched.standardDeviation()).isCloseTo(exact.standardDeviation(), within(1e-12));
        assertThat(sketched.mean()).isCloseTo(exact.mean(), within(1e-12));
        assertThat(sketched.missing()).isEqualTo(7);
        assertThat(sketched.rankError()).isZero();
    }

    @Test
    void shouldRefuseMomentsOfOtherValues() {
        assertThatThrownBy(() -> SketchedValues.of(KllSketch.create(1), momentsOfOne(), 0))
                .hasMessageContaining("the sketch has seen 0 values, the moments 1");
    }

    private static Moments momentsOfOne() {
        Moments moments = new Moments();
        moments.add(1);
        return moments;
    }
}
