package io.weir.anomaly.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.anomaly.AnomalyReport;
import io.weir.anomaly.AnomalySettings;
import io.weir.anomaly.Direction;
import io.weir.anomaly.Samples;
import io.weir.anomaly.Season;
import io.weir.anomaly.SeasonalDetector;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether as many intervals of noise are reported as the sensitivity promises.
 *
 * <p>Sources of the noises' distributions are their definitions; the tolerances are stated with each test. A Gaussian
 * rate may be up to four times too low, because the shape that is learnt can be heavier than Gaussian but not lighter;
 * it is hardly ever too high.
 */
class FalseAlarmRateTest {
    private static final int SERIES = 100;
    private static final int LENGTH = 2_000;

    /** What comes before is the time in which season and shape are learnt. */
    private static final int SETTLED = 500;

    private static double rate(double sensitivity, Direction direction, int from, int length, Noise noise) {
        AnomalySettings settings = new AnomalySettings(Season.AUTO, sensitivity, direction, 20);
        int scored = 0;
        int alarms = 0;
        for (int seed = 0; seed < SERIES * LENGTH / length; seed++) {
            Random random = new Random(seed);
            double[] values = Samples.values(length, i -> noise.next(random, i));
            AnomalyReport report = new SeasonalDetector(settings).detect(Samples.series(values));
            for (int i = from; i < length; i++) {
                scored += report.scored(i) ? 1 : 0;
                alarms += report.anomalous(i) ? 1 : 0;
            }
        }
        return (double) alarms / scored;
    }

    private interface Noise {
        double next(Random random, int i);
    }

    private static Noise independent(ToDoubleFunction<Random> draw) {
        return (random, i) -> draw.applyAsDouble(random);
    }

    /** 150,000 intervals: the rate's own standard error is at most a tenth down to 0.75, a quarter at 0.5. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.0001", "0.75, 0.001", "1, 0.01"})
    void shouldKeepThePromisedRateOnGaussianNoise(double sensitivity, double promised) {
        double rate = rate(sensitivity, Direction.BOTH, SETTLED, LENGTH, independent(Random::nextGaussian));

        assertThat(rate).isBetween(promised / 4, 1.5 * promised);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void shouldKeepThePromisedRateOnEitherSide(Direction direction) {
        double rate = rate(0.75, direction, SETTLED, LENGTH, independent(Random::nextGaussian));

        assertThat(rate).isBetween(0.00025, 0.0015);
    }

    /** Twenty values tell the spread to a fifth only: what Student's t makes up for. */
    @Test
    void shouldKeepThePromisedRateOnAShortHistory() {
        double rate = rate(0.75, Direction.BOTH, 20, 60, independent(Random::nextGaussian));

        assertThat(rate).isBetween(0.0001, 0.0015);
    }

    @Test
    void shouldKeepThePromisedRateOnASeason() {
        double rate = rate(
                0.75, Direction.BOTH, SETTLED, LENGTH, (random, i) -> Samples.wave(i, 60, 10) + random.nextGaussian());

        assertThat(rate).isBetween(0.00025, 0.002);
    }

    /** A slope of a fiftieth of a spread per interval, 24 spreads within a level's window and lag. */
    @Test
    void shouldKeepThePromisedRateOnATrend() {
        double rate = rate(0.75, Direction.BOTH, SETTLED, LENGTH, (random, i) -> 0.02 * i + random.nextGaussian());

        assertThat(rate).isBetween(0.00025, 0.0015);
    }

    /** Tails that the g family holds or comes near: at most ten times the promise, where a Gaussian band has 45 to 150. */
    @Test
    void shouldComeNearThePromisedRateOnSkewedAndHeavyTails() {
        Noise laplace =
                independent(random -> Math.copySign(Math.log(1 - random.nextDouble()), random.nextDouble() - 0.5));
        Noise exponential = independent(random -> -Math.log(1 - random.nextDouble()));
        Noise lognormal = independent(random -> Math.exp(random.nextGaussian()));

        assertThat(rate(0.5, Direction.BOTH, SETTLED, LENGTH, laplace)).isLessThan(0.001);
        assertThat(rate(0.5, Direction.BOTH, SETTLED, LENGTH, exponential)).isLessThan(0.001);
        assertThat(rate(0.5, Direction.BOTH, SETTLED, LENGTH, lognormal)).isLessThan(0.0015);
    }

    /** What FamiliarPeaks promises of any noise: about one in a hundred on each side; here with infinite variance. */
    @Test
    void shouldBoundTheRateOnAnyNoise() {
        Noise student2 = independent(random -> random.nextGaussian() / Math.sqrt(-Math.log(1 - random.nextDouble())));
        Noise rare = independent(random -> random.nextInt(20) == 0 ? 1 : 0);
        Noise twoHumped = independent(random -> random.nextGaussian() + (random.nextInt(5) == 0 ? 10 : 0));

        assertThat(rate(0.5, Direction.BOTH, SETTLED, LENGTH, student2)).isLessThan(0.02);
        assertThat(rate(0.5, Direction.BOTH, SETTLED, LENGTH, rare)).isLessThan(0.001);
        assertThat(rate(0.5, Direction.BOTH, SETTLED, LENGTH, twoHumped)).isLessThan(0.001);
    }
}
