package io.weir.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static Moments of(double... values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }

    @Test
    void shouldKnowNothingOfNothing() {
        assertThat(of().count()).isZero();
        assertThat(of().mean()).isNaN();
        assertThat(of().variance()).isNaN();
        assertThat(of(1).variance()).isNaN();
        assertThat(of(1, 1).skewness()).isNaN();
        assertThat(of().min()).isNaN();
    }

    /** Values by hand: mean 5, squares 32 over 8 values; scipy.stats.skew 0.65625, kurtosis -0.21875. */
    @Test
    void shouldComputeTheTextbookExample() {
        Moments moments = of(2, 4, 4, 4, 5, 5, 7, 9);

        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.variance()).isCloseTo(32.0 / 7, within(1e-12));
        assertThat(moments.skewness()).isCloseTo(0.65625, within(1e-12));
        assertThat(moments.kurtosis()).isCloseTo(-0.21875, within(1e-12));
        assertThat(moments.min()).isEqualTo(2);
        assertThat(moments.max()).isEqualTo(9);
    }

    @Test
    void shouldKeepItsDigitsFarFromZero() {
        Moments moments = new Moments();
        for (int i = 0; i < 1_000_000; i++) {
            moments.add(1e9 + i % 2);
        }

        assertThat(moments.variance()).isCloseTo(0.25, within(1e-6));
    }

    @Test
    void shouldMergeToTheMomentsOfTheWhole() {
        SplittableRandom random = new SplittableRandom(1);
        Moments whole = new Moments();
        Moments merged = new Moments();
        for (int part = 1; part < 30; part++) {
            Moments one = new Moments();
            for (int i = 0; i < part * 37; i++) {
                double value = Math.exp(random.nextGaussian());
                whole.add(value);
                one.add(value);
            }
            merged.merge(one);
        }

        assertThat(merged.count()).isEqualTo(whole.count());
        assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-12));
        assertThat(merged.variance()).isCloseTo(whole.variance(), within(1e-10));
        assertThat(merged.skewness()).isCloseTo(whole.skewness(), within(1e-10));
        assertThat(merged.kurtosis()).isCloseTo(whole.kurtosis(), within(1e-9));
    }

    @Test
    void shouldTakeAWeightAsSoManyValues() {
        Moments weighted = of(1);
        weighted.add(3, 2);
        weighted.add(7, 0);
        Moments single = of(1, 3, 3);

        assertThat(weighted.mean()).isCloseTo(single.mean(), within(1e-15));
        assertThat(weighted.variance()).isCloseTo(single.variance(), within(1e-15));
        assertThat(weighted.skewness()).isCloseTo(single.skewness(), within(1e-15));
    }

    @Test
    void shouldCountInfinitiesApartAndRefuseNaN() {
        Moments moments = of(1, Double.POSITIVE_INFINITY, 3, Double.NEGATIVE_INFINITY);

        assertThat(moments.infinite()).isEqualTo(2);
        assertThat(moments.mean()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> moments.add(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> moments.add(1, -1));
    }

    @Test
    void shouldHaveAMeanOfTheLargestNumbers() {
        Moments moments = of(Double.MAX_VALUE, Double.MAX_VALUE);
        moments.merge(of(-Double.MAX_VALUE, -Double.MAX_VALUE));

        assertThat(moments.mean()).isCloseTo(0, within(1e292));
    }

    @Test
    void shouldSayTheSameAfterReading() throws IOException {
        for (Moments moments : new Moments[] {of(), of(1, 2, 4, 8), of(1e300, -1e300), of(Double.POSITIVE_INFINITY)}) {
            byte[] bytes = SketchBytes.of(moments::writeTo);

            assertThat(SketchBytes.of(SketchBytes.read(Moments::readFrom, bytes)::writeTo))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void shouldRefuseWhatAreNoMoments() {
        byte[] bytes = SketchBytes.of(of(1, 2)::writeTo);
        byte[] version = bytes.clone();
        version[0] = 7;
        byte[] negative = bytes.clone();
        negative[1] = -1;

        assertThatThrownBy(() -> SketchBytes.read(Moments::readFrom, version)).hasMessageContaining("version is 7");
        assertThatThrownBy(() -> SketchBytes.read(Moments::readFrom, negative))
                .isInstanceOf(MalformedSketchException.class);
        assertThatThrownBy(() -> SketchBytes.read(Moments::readFrom, new byte[] {1, 0}))
                .hasMessageContaining("cut short");
    }
}
