package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrecisionAreaTest {
    private static final int ROWS = 2_000;

    private final byte[] labels = new byte[ROWS];
    private final double[] scores = new double[ROWS];

    PrecisionAreaTest() {
        Random random = new Random(11);
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) (random.nextInt(4) == 0 ? 1 : 0);
            // Two decimals, so that many rows have equal scores.
            scores[row] = Math.rint(100 * (labels[row] + random.nextGaussian())) / 100;
        }
    }

    private static double averagePrecision(BinaryScores rows) {
        return new BinaryScans(rows, ScoreOrder.of(rows), 0).all().value(BinaryMetric.AVERAGE_PRECISION);
    }

    @Test
    void shouldGiveTheSameValueAsTheMetric() {
        BinaryScores rows = BinaryScores.of(labels, scores);

        assertThat(new PrecisionArea(rows).value()).isCloseTo(averagePrecision(rows), within(1e-12));
    }

    @Test
    void shouldGiveTheDerivativeByARowsWeight() {
        BinaryScores rows = BinaryScores.of(labels, scores);
        double[] influences = new double[ROWS];
        new PrecisionArea(rows).addInfluences(influences, 1);
        double step = 1e-6;
        double whole = averagePrecision(rows);

        for (int row = 0; row < 50; row++) {
            double[] weights = new double[ROWS];
            Arrays.fill(weights, 1);
            weights[row] += step;
            double derivative = (averagePrecision(BinaryScores.weighted(labels, scores, weights)) - whole) / step;
            assertThat(influences[row] / Math.sqrt(ROWS / (ROWS - 1.0)))
                    .as("row %d", row)
                    .isCloseTo(derivative, within(1e-7));
        }
        assertThat(Arrays.stream(influences).sum()).isCloseTo(0, within(1e-9));
    }

    @Test
    void shouldHaveTheWidthOfABootstrapInterval() {
        BinaryScores rows = BinaryScores.of(labels, scores);
        Interval interval =
                Objects.requireNonNull(MeanArea.ofPrecision(List.of(rows)).interval(0.95));

        Interval drawn = Objects.requireNonNull(
                Bootstrap.of(new BinaryScans(rows, ScoreOrder.of(rows), 0).all(), BootstrapSettings.defaults(), 1)
                        .get(BinaryMetric.AVERAGE_PRECISION.ordinal())
                        .interval());

        // A thousand replicates know a width to 5 %.
        assertThat((interval.high() - interval.low()) / (drawn.high() - drawn.low()))
                .isCloseTo(1, within(0.1));
        assertThat(interval.method()).isEqualTo("influences, mean, logit");
    }

    @Test
    void shouldHaveNoValueWithoutARowOfTheClass() {
        MeanArea none = MeanArea.ofPrecision(List.of(BinaryScores.of(new byte[ROWS], scores)));

        assertThat(none.area()).isNaN();
        assertThat(none.interval(0.95)).isNull();
    }

    @Test
    void shouldHaveNoIntervalOfNineRowsOfTheClass() {
        byte[] rare = new byte[ROWS];
        Arrays.fill(rare, 0, 9, (byte) 1);

        assertThat(MeanArea.ofPrecision(List.of(BinaryScores.of(rare, scores))).interval(0.95))
                .isNull();
        rare[9] = 1;
        assertThat(MeanArea.ofPrecision(List.of(BinaryScores.of(rare, scores))).interval(0.95))
                .isNotNull();
    }
}
