package io.weir.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KllSketchTest {
    private static KllSketch of(double... values) {
        KllSketch sketch = KllSketch.create(1);
        for (double value : values) {
            sketch.add(value);
        }
        return sketch;
    }

    private static KllSketch uniform(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KllSketch sketch = KllSketch.create(seed);
        for (int i = 0; i < count; i++) {
            sketch.add(random.nextDouble());
        }
        return sketch;
    }

    @Test
    void shouldHaveNoQuantilesWhenEmpty() {
        KllSketch sketch = of();

        assertThat(sketch.count()).isZero();
        assertThat(sketch.quantile(0.5)).isNaN();
        assertThat(sketch.rank(0)).isNaN();
        assertThat(sketch.min()).isNaN();
        assertThat(sketch.max()).isNaN();
        assertThat(sketch.rankError()).isZero();
    }

    @Test
    void shouldBeExactWhileAllValuesAreKept() {
        KllSketch sketch = of(5, 1, 4, 2, 3);

        assertThat(sketch.quantile(0)).isEqualTo(1);
        assertThat(sketch.quantile(0.2)).isEqualTo(1);
        assertThat(sketch.quantile(0.21)).isEqualTo(2);
        assertThat(sketch.quantile(0.5)).isEqualTo(3);
        assertThat(sketch.quantile(1)).isEqualTo(5);
        assertThat(sketch.rank(0.5)).isZero();
        assertThat(sketch.rank(2)).isEqualTo(0.4);
        assertThat(sketch.rank(2.5)).isEqualTo(0.4);
        assertThat(sketch.rank(9)).isEqualTo(1);
    }

    @Test
    void shouldTakeInfinitiesAndDenormalsAsValues() {
        KllSketch sketch =
                of(Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE);

        assertThat(sketch.min()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(sketch.max()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sketch.quantile(0.4)).isEqualTo(-Double.MIN_VALUE);
        assertThat(sketch.quantile(0.8)).isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void shouldTakeNegativeZeroAsZero() {
        assertThat(of(-0.0, 0.0).view().size()).isEqualTo(1);
        assertThat(of(0.0).rank(-0.0)).isEqualTo(1);
    }

    @Test
    void shouldRefuseNaN() {
        KllSketch sketch = of();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sketch.add(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(Double.NaN, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.rank(Double.NaN));
    }

    @Test
    void shouldCountAWeightAsSoManyValues() {
        KllSketch sketch = of(1);
        sketch.add(2, 5);
        sketch.add(3, 0);

        assertThat(sketch.count()).isEqualTo(6);
        assertThat(sketch.rank(1)).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(sketch.max()).isEqualTo(2);
    }

    @Test
    void shouldRefuseMoreThanItCanCount() {
        KllSketch sketch = of(1);
        sketch.add(2, 1L << 60);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> sketch.add(3, 1L << 61))
                .withMessageContaining("2^61");
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(3, -1)).withMessageContaining("weight is -1");
    }

    @Test
    void shouldStayWithinItsStatedError() {
        KllSketch sketch = uniform(200_000, 7);

        assertThat(sketch.rankError()).isBetween(0.0001, 0.01);
        for (double q = 0.01; q < 1; q += 0.01) {
            assertThat(sketch.quantile(q)).isCloseTo(q, within(0.01));
        }
    }

    @Test
    void shouldMergeToTheSketchOfTheWhole() {
        KllSketch whole = uniform(50_000, 1);
        for (int part = 2; part < 10; part++) {
            whole.merge(uniform(part * 10_000, part));
        }

        assertThat(whole.count()).isEqualTo(490_000);
        assertThat(whole.quantile(0.3)).isCloseTo(0.3, within(0.01));
        assertThat(whole.rankError()).isLessThan(0.01);
    }

    @Test
    void shouldMergeWithItself() {
        KllSketch sketch = uniform(3_000, 1);
        double median = sketch.quantile(0.5);
        sketch.merge(sketch);

        assertThat(sketch.count()).isEqualTo(6_000);
        assertThat(sketch.quantile(0.5)).isCloseTo(median, within(0.02));
    }

    @Test
    void shouldLeaveTheOtherSketchAsItIs() {
        KllSketch other = uniform(10_000, 2);
        byte[] before = SketchBytes.of(other::writeTo);
        uniform(10_000, 1).merge(other);

        assertThat(SketchBytes.of(other::writeTo)).isEqualTo(before);
    }

    @Test
    void shouldGiveTheSameForTheSameSeed() {
        assertThat(SketchBytes.of(uniform(30_000, 5)::writeTo)).isEqualTo(SketchBytes.of(uniform(30_000, 5)::writeTo));
    }

    @Test
    void shouldGoOnAfterReadingAsIfNeverWritten() throws IOException {
        KllSketch sketch = uniform(30_000, 5);
        KllSketch read = SketchBytes.read(KllSketch::readFrom, SketchBytes.of(sketch::writeTo));
        sketch.merge(uniform(30_000, 6));
        read.merge(uniform(30_000, 6));

        assertThat(SketchBytes.of(read::writeTo)).isEqualTo(SketchBytes.of(sketch::writeTo));
    }

    @Test
    void shouldHoldFewBytesForManyValues() {
        assertThat(uniform(2_000_000, 3).ramBytesUsed()).isLessThan(32 * 1024);
    }
}
