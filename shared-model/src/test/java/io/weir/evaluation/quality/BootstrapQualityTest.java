package io.weir.evaluation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.ScoredRows;
import io.weir.evaluation.interval.BinarySample;
import io.weir.evaluation.interval.BinaryScans;
import io.weir.evaluation.interval.Bootstrap;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bootstrap over cells against the bootstrap over rows, and its coverage of a truth that is known. */
class BootstrapQualityTest {
    private static final int ROWS = 6_000;

    /** A thousand replicates know a standard deviation to 2.2 %, five hundred to 3.2 %; four sigma of both together. */
    private static final double TOLERANCE = 0.16;

    private static final BinaryScores SCORES = ScoredRows.scores(ROWS, 0.08, 1.3, 5);
    private static final double[][] BY_ROWS = bootstrapByRows();

    @ParameterizedTest
    @EnumSource(
            value = BinaryMetric.class,
            names = {"ACCURACY", "PRECISION", "RECALL", "SPECIFICITY"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldSpreadAsIfRowsWereDrawn(BinaryMetric metric) {
        BootstrapSettings settings = new BootstrapSettings(1_000, 0.95, 1, BootstrapSettings.Method.PERCENTILE);
        Interval cells =
                Bootstrap.of(sample(SCORES), settings, 0).get(metric.ordinal()).interval();
        double[] rows = BY_ROWS[metric.ordinal()];
        double mean = Arrays.stream(rows).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(rows).map(v -> (v - mean) * (v - mean)).average().orElseThrow());

        assertThat((cells.high() - cells.low()) / (2 * 1.96 * deviation)).isCloseTo(1, within(TOLERANCE));
        assertThat((cells.low() + cells.high()) / 2).isCloseTo(mean, within(0.4 * deviation));
    }

    @Test
    void shouldCoverTheTruthAboutAsOftenAsItSays() {
        double truth = NormalDistribution.of(0, 1).cumulativeProbability(1.2 / Math.sqrt(2));
        int covered = 0;
        int trials = 300;
        for (int trial = 0; trial < trials; trial++) {
            BootstrapSettings settings = new BootstrapSettings(400, 0.95, trial, BootstrapSettings.Method.BCA);
            Interval interval = Bootstrap.of(sample(ScoredRows.scores(200, 0.3, 1.2, trial)), settings, 0)
                    .get(BinaryMetric.ROC_AUC.ordinal())
                    .interval();
            covered += interval.contains(truth) ? 1 : 0;
        }

        // 95 % less three standard deviations of the count, less the bootstrap's known shortfall at 60 positives.
        assertThat(covered / (double) trials).isGreaterThan(0.90);
    }

    private static double[][] bootstrapByRows() {
        Random random = new Random(17);
        double[][] values = new double[BinaryMetric.COUNT][500];
        for (int replicate = 0; replicate < 500; replicate++) {
            byte[] labels = new byte[ROWS];
            double[] scores = new double[ROWS];
            for (int i = 0; i < ROWS; i++) {
                int row = random.nextInt(ROWS);
                labels[i] = (byte) SCORES.label(row);
                scores[i] = SCORES.score(row);
            }
            double[] drawn = sample(BinaryScores.of(labels, scores)).summary().values();
            for (int metric = 0; metric < drawn.length; metric++) {
                values[metric][replicate] = drawn[metric];
            }
        }
        return values;
    }

    private static BinarySample sample(BinaryScores scores) {
        return new BinaryScans(scores, ScoreOrder.of(scores), 0.5).all();
    }
}
