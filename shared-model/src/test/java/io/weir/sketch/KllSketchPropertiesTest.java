package io.weir.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class KllSketchPropertiesTest {
    /** Hoeffding's bound at 1 - 7e-8 instead of 0.99: no false alarm in all the tries of a property. */
    private static final double SURELY = 1.8;

    @Provide
    Arbitrary<double[]> streams() {
        Arbitrary<Double> values = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.doubles()),
                net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(-3, 3).map(Integer::doubleValue)),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                Double.MIN_VALUE,
                                -Double.MIN_VALUE,
                                Double.MIN_NORMAL / 2,
                                -0.0,
                                Double.MAX_VALUE)));
        return values.array(double[].class).ofMaxSize(3_000);
    }

    private static KllSketch sketch(double[] values, int k, long seed) {
        KllSketch sketch = KllSketch.create(k, seed);
        for (double value : values) {
            sketch.add(value);
        }
        return sketch;
    }

    private static void assertRanksHold(KllSketch sketch, double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        assertThat(sketch.count()).isEqualTo(values.length);
        assertThat(sketch.min()).isEqualTo(sorted[0]);
        assertThat(sketch.max()).isEqualTo(sorted[sorted.length - 1]);
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[i - 1]) {
                double exact = (double) i / sorted.length;
                assertThat(Math.abs(sketch.rank(sorted[i - 1]) - exact))
                        .isLessThanOrEqualTo(SURELY * sketch.rankError() + 1e-12);
            }
        }
    }

    @Property(tries = 150, seed = "42")
    void shouldHoldItsBoundForAnyStream(
            @ForAll("streams") double[] values, @ForAll @IntRange(min = 8, max = 400) int k, @ForAll long seed) {
        if (values.length > 0) {
            assertRanksHold(sketch(values, k, seed), values);
        }
    }

    @Property(tries = 100, seed = "42")
    void shouldHoldItsBoundForAnyTreeOfMerges(
            @ForAll("streams") double[] values, @ForAll @IntRange(min = 1, max = 40) int parts, @ForAll long seed) {
        if (values.length == 0) {
            return;
        }
        SplittableRandom random = new SplittableRandom(seed);
        KllSketch[] sketches = new KllSketch[parts];
        Arrays.setAll(sketches, i -> KllSketch.create(32, seed + i));
        for (double value : values) {
            sketches[random.nextInt(parts)].add(value);
        }
        for (int left = parts; left > 1; left--) {
            int into = random.nextInt(left - 1);
            sketches[into].merge(sketches[left - 1]);
        }

        assertRanksHold(sketches[0], values);
    }

    @Property(tries = 100, seed = "42")
    void shouldHoldItsBoundForAnyWeights(@ForAll("streams") double[] values, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KllSketch sketch = KllSketch.create(64, seed);
        double[] all = new double[0];
        for (double value : values) {
            int weight = random.nextInt(20);
            sketch.add(value, weight);
            int from = all.length;
            all = Arrays.copyOf(all, from + weight);
            Arrays.fill(all, from, all.length, value);
        }

        if (all.length > 0) {
            assertRanksHold(sketch, all);
        }
    }

    @Property(tries = 100, seed = "42")
    void shouldReadWhatItWrote(@ForAll("streams") double[] values, @ForAll @IntRange(min = 8, max = 600) int k)
            throws IOException {
        byte[] bytes = SketchBytes.of(sketch(values, k, 1)::writeTo);

        assertThat(SketchBytes.of(SketchBytes.read(KllSketch::readFrom, bytes)::writeTo))
                .isEqualTo(bytes);
    }

    /** Whatever is read is a sketch that answers, or is refused with a reason. */
    @Property(tries = 1_000, seed = "42")
    void shouldRefuseOrSurviveDamage(@ForAll @IntRange(min = 0, max = 3_000) int count, @ForAll long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        KllSketch sketch = KllSketch.create(16, seed);
        for (int i = 0; i < count; i++) {
            sketch.add(random.nextDouble());
        }
        byte[] bytes = SketchBytes.of(sketch::writeTo);
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        try {
            KllSketch read = SketchBytes.read(KllSketch::readFrom, bytes);
            read.add(0.5);
            read.merge(sketch);
            assertThat(read.quantile(0.5)).isNotNaN();
        } catch (MalformedSketchException e) {
            assertThat(e.getMessage())
                    .matches("(?s)(not a quantile sketch: .* is .*; .*|the quantile sketch is cut short)");
        }
    }
}
