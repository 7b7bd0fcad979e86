package io.weir.drift.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.drift.DriftColumn;
import io.weir.drift.DriftJudge;
import io.weir.drift.DriftSettings;
import io.weir.drift.DriftVerdict;
import io.weir.drift.distance.BinRule;
import io.weir.drift.distance.CellDistance;
import io.weir.drift.distance.CumulativeDistances;
import io.weir.drift.distance.NumericDistribution;
import io.weir.drift.distance.SketchedValues;
import io.weir.drift.distance.SortedValues;
import io.weir.drift.distance.ZeroRule;
import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distances from merged sketches of 16 shards against those of all values: 200,000 rows a side, the default sketch. */
class SketchAgreementTest {
    private static final int ROWS = 200_000;
    private static final int SHARDS = 16;

    @ParameterizedTest
    @ValueSource(strings = {"normal", "lognormal", "few values"})
    void shouldAgreeWithinTheSketchesStatedError(String shape) {
        for (int seed = 0; seed < 5; seed++) {
            Side reference = Side.of(values(shape, 2 * seed, 0));
            Side current = Side.of(values(shape, 2 * seed + 1, 0.3));
            double error = reference.sketched.rankError() + current.sketched.rankError();

            assertThat(error).isLessThan(0.02);
            assertThat(CumulativeDistances.kolmogorovSmirnov(reference.sketched, current.sketched))
                    .isCloseTo(CumulativeDistances.kolmogorovSmirnov(reference.exact, current.exact), within(error));
            // In a long tail a few kept values stand for many: the mean tells by how much.
            double ofMeans = (CumulativeDistances.meanError(reference.sketched)
                            + CumulativeDistances.meanError(current.sketched))
                    / reference.exact.standardDeviation();
            assertThat(CumulativeDistances.wassersteinPerSigma(reference.sketched, current.sketched))
                    .isCloseTo(
                            CumulativeDistances.wassersteinPerSigma(reference.exact, current.exact),
                            within(3 * error + ofMeans));
            assertThat(jensenShannon(reference.sketched, current.sketched))
                    .isCloseTo(jensenShannon(reference.exact, current.exact), within(error));
            assertThat(psi(reference.sketched, current.sketched))
                    .isCloseTo(psi(reference.exact, current.exact), within(error));
        }
    }

    @Test
    void shouldJudgeMergedSketchesOfEqualDataStable() {
        Side reference = Side.of(values("lognormal", 1, 0));
        Side current = Side.of(values("lognormal", 2, 0));

        assertThat(verdict(reference.sketched, current.sketched)).isEqualTo(DriftVerdict.STABLE);
    }

    @Test
    void shouldJudgeMergedSketchesOfShiftedDataDrifted() {
        Side reference = Side.of(values("lognormal", 1, 0));
        Side current = Side.of(values("lognormal", 2, 0.5));

        assertThat(verdict(reference.sketched, current.sketched)).isEqualTo(DriftVerdict.DRIFTED);
    }

    private static DriftVerdict verdict(NumericDistribution reference, NumericDistribution current) {
        return new DriftJudge(DriftSettings.defaults())
                .judge("a", "b", List.of(new DriftColumn.Numeric("x", reference, current)))
                .verdict();
    }

    private static double psi(NumericDistribution reference, NumericDistribution current) {
        return CellDistance.PSI.between(BinRule.REFERENCE_DECILES.cut(reference, current), ZeroRule.HALF_ROW);
    }

    private static double jensenShannon(NumericDistribution reference, NumericDistribution current) {
        return CellDistance.JS_DISTANCE.between(BinRule.REFERENCE_DECILES.cut(reference, current));
    }

    private static double[] values(String shape, long seed, double shift) {
        Random random = new Random(seed);
        ToDoubleFunction<Random> draw = switch (shape) {
            case "normal" -> r -> r.nextGaussian() + shift;
            case "lognormal" -> r -> Math.exp(r.nextGaussian() + shift);
            default -> r -> Math.rint(2 * (r.nextGaussian() + shift));
        };
        double[] values = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = draw.applyAsDouble(random);
        }
        return values;
    }

    private record Side(NumericDistribution exact, NumericDistribution sketched) {
        static Side of(double[] values) {
            KllSketch merged = KllSketch.create(0);
            Moments moments = new Moments();
            for (int shard = 0; shard < SHARDS; shard++) {
                KllSketch sketch = KllSketch.create(shard + 1);
                Moments part = new Moments();
                for (int i = shard; i < values.length; i += SHARDS) {
                    sketch.add(values[i]);
                    part.add(values[i]);
                }
                merged.merge(sketch);
                moments.merge(part);
            }
            return new Side(SortedValues.of(values), SketchedValues.of(merged, moments, 0));
        }
    }
}
