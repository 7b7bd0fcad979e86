package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.evaluation.ScoredRows;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    @Test
    void shouldSeeASmallGainThatUnpairedIntervalsHide() {
        BinaryScores scores = ScoredRows.scores(5_000, 0.4, 1.2, 11);
        Difference auc = difference(scores, blurred(scores, 0.15), BinaryMetric.AVERAGE_PRECISION);

        @Nullable
        Interval alone = Bootstrap.of(sample(scores), BootstrapSettings.defaults(), 0)
                .get(BinaryMetric.AVERAGE_PRECISION.ordinal())
                .interval();

        assertThat(known(auc.interval()).low()).isPositive();
        assertThat(auc.difference())
                .isLessThan((known(alone).high() - known(alone).low()) / 2);
    }

    @Test
    void shouldTestAccuracyByMcNemarAndAreaByDeLong() {
        BinaryScores scores = ScoredRows.scores(1_000, 0.4, 1.2, 11);
        double[] other = blurred(scores, 0.5);

        assertThat(difference(scores, other, BinaryMetric.ACCURACY).test()).isEqualTo("McNemar, mid-p");
        assertThat(difference(scores, other, BinaryMetric.ROC_AUC).test()).isEqualTo("DeLong");
        assertThat(difference(scores, other, BinaryMetric.ROC_AUC).pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void shouldBeSureThatEqualScoresAreEqual() {
        BinaryScores scores = ScoredRows.scores(1_000, 0.4, 1.2, 11);
        double[] same = new double[scores.size()];
        Arrays.setAll(same, scores::score);

        Interval interval = known(difference(scores, same, BinaryMetric.F1).interval());

        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isZero();
    }

    @Test
    void shouldNotBeSureOfEqualDecisionsOnFewRows() {
        BinaryScores scores = ScoredRows.scores(60, 0.4, 1.2, 11);
        double[] sharper = new double[scores.size()];
        Arrays.setAll(sharper, row -> scores.score(row) >= 0.5 ? 0.9 : 0.1);

        Interval interval =
                known(difference(scores, sharper, BinaryMetric.ACCURACY).interval());

        assertThat(interval.low()).isLessThan(-0.05);
        assertThat(interval.high()).isGreaterThan(0.05);
    }

    private static Difference difference(BinaryScores scores, double[] baseline, BinaryMetric metric) {
        return new PairedBootstrap(scores, ScoreOrder.of(scores), baseline, 0.5, BootstrapSettings.defaults())
                .differences()
                .get(metric.ordinal());
    }

    private static Interval known(@Nullable Interval interval) {
        return Objects.requireNonNull(interval);
    }

    private static double[] blurred(BinaryScores scores, double noise) {
        Random random = new Random(8);
        double[] blurred = new double[scores.size()];
        for (int row = 0; row < blurred.length; row++) {
            double logit = Math.log(scores.score(row) / (1 - scores.score(row)));
            blurred[row] = 1 / (1 + Math.exp(-logit - noise * random.nextGaussian()));
        }
        return blurred;
    }

    private static BinarySample sample(BinaryScores scores) {
        return new BinaryScans(scores, ScoreOrder.of(scores), 0.5).all();
    }
}
