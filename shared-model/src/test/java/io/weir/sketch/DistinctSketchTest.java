package io.weir.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctSketchTest {
    private static DistinctSketch range(long from, long to) {
        DistinctSketch sketch = new DistinctSketch();
        for (long i = from; i < to; i++) {
            sketch.add(Hashing.hash(i));
        }
        return sketch;
    }

    @Test
    void shouldCountNothingWhenEmpty() {
        assertThat(new DistinctSketch().estimate()).isZero();
    }

    @Test
    void shouldCountFewValuesExactlyHoweverOftenTheyCome() {
        DistinctSketch sketch = range(0, 3_000);
        sketch.merge(range(0, 2_000));

        assertThat(sketch.estimate()).isEqualTo(3_000);
        assertThat(sketch.relativeError()).isZero();
    }

    @Test
    void shouldStayWithinItsErrorForManyValues() {
        DistinctSketch sketch = range(0, 1_000_000);

        assertThat(sketch.estimate()).isCloseTo(1_000_000, withinPercentage(2));
        assertThat(sketch.relativeError()).isBetween(0.005, 0.0065);
    }

    @Test
    void shouldGiveTheSameBytesInWhateverOrderPartsMerge() {
        DistinctSketch fewIntoMany = range(0, 20_000);
        fewIntoMany.merge(range(19_000, 21_000));
        DistinctSketch manyIntoFew = range(19_000, 21_000);
        manyIntoFew.merge(range(0, 20_000));

        assertThat(SketchBytes.of(fewIntoMany::writeTo))
                .isEqualTo(SketchBytes.of(manyIntoFew::writeTo))
                .isEqualTo(SketchBytes.of(range(0, 21_000)::writeTo));
    }

    @Test
    void shouldGiveTheSameBytesWhenFewPartsBecomeMany() {
        DistinctSketch merged = range(2_000, 4_500);
        merged.merge(range(0, 3_000));

        assertThat(SketchBytes.of(merged::writeTo)).isEqualTo(SketchBytes.of(range(0, 4_500)::writeTo));
    }

    @Test
    void shouldSayTheSameAfterReading() throws IOException {
        for (DistinctSketch sketch : Arrays.asList(new DistinctSketch(), range(0, 100), range(0, 50_000))) {
            byte[] bytes = SketchBytes.of(sketch::writeTo);
            DistinctSketch read = SketchBytes.read(DistinctSketch::readFrom, bytes);

            assertThat(read.estimate()).isEqualTo(sketch.estimate());
            assertThat(SketchBytes.of(read::writeTo)).isEqualTo(bytes);
        }
    }

    @Test
    void shouldRefuseWhatIsNoSketch() {
        byte[] bytes = SketchBytes.of(range(0, 100)::writeTo);
        byte[] otherVersion = bytes.clone();
        otherVersion[0] = 9;
        byte[] tooMany = bytes.clone();
        tooMany[2] = (byte) 0xff;
        byte[] unordered = bytes.clone();
        Arrays.fill(unordered, 4, 8, (byte) 0xf0);

        assertThatThrownBy(() -> SketchBytes.read(DistinctSketch::readFrom, otherVersion))
                .hasMessageContaining("version is 9");
        assertThatThrownBy(() -> SketchBytes.read(DistinctSketch::readFrom, tooMany))
                .hasMessageContaining("at most 3072");
        assertThatThrownBy(() -> SketchBytes.read(DistinctSketch::readFrom, unordered))
                .isInstanceOf(MalformedSketchException.class);
        assertThatThrownBy(() -> SketchBytes.read(DistinctSketch::readFrom, Arrays.copyOf(bytes, 50)))
                .isInstanceOf(MalformedSketchException.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void shouldSurviveRegistersThatNobodyCounted() throws IOException {
        byte[] bytes = new byte[2 + (1 << 14)];
        new Random(1).nextBytes(bytes);
        bytes[0] = 1;
        bytes[1] = 1;
        DistinctSketch sketch = null;
        try {
            sketch = SketchBytes.read(DistinctSketch::readFrom, bytes);
        } catch (MalformedSketchException e) {
            assertThat(e).hasMessageContaining("register");
        }

        if (sketch != null) {
            assertThat(sketch.estimate()).isNotNaN();
        }
    }
}
