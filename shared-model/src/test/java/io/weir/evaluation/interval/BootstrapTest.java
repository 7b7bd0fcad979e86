package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.evaluation.ScoredRows;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static final BootstrapSettings SETTINGS = BootstrapSettings.defaults();

    @Test
    void shouldGiveTheSameIntervalsOnOneThreadAsOnMany() throws Exception {
        BinarySample sample = sample(ScoredRows.scores(20_000, 0.3, 1, 3));

        List<Estimate> many = Bootstrap.of(sample, SETTINGS, 4);

        try (ForkJoinPool one = new ForkJoinPool(1)) {
            assertThat(one.submit(() -> Bootstrap.of(sample, SETTINGS, 4)).get())
                    .isEqualTo(many);
        }
    }

    @Test
    void shouldNameTheSchemeThatItDraws() {
        assertThat(known(estimate(ScoredRows.scores(4_096, 0.3, 1, 3), BinaryMetric.KS))
                        .method())
                .isEqualTo("BCa bootstrap, 1000 multinomial replicates");
        assertThat(known(estimate(ScoredRows.scores(4_097, 0.3, 1, 3), BinaryMetric.KS))
                        .method())
                .isEqualTo("BCa bootstrap, 1000 Poisson replicates");
    }

    @Test
    void shouldGiveNoIntervalToAHandfulOfRows() {
        Estimate auc = estimate(ScoredRows.scores(12, 0.3, 1, 3), BinaryMetric.ROC_AUC);

        assertThat(auc.value()).isBetween(0.0, 1.0);
        assertThat(auc.interval()).isNull();
        assertThat(auc.note()).contains("an interval needs 10");
    }

    @Test
    void shouldSayWhyAMetricIsUndefined() {
        BinaryScores oneLabel = BinaryScores.of(new byte[] {1, 1, 1}, new double[] {0.2, 0.3, 0.9});

        Estimate auc = estimate(oneLabel, BinaryMetric.ROC_AUC);

        assertThat(auc.value()).isNaN();
        assertThat(auc.note()).isEqualTo("only one of the two labels occurs");
    }

    @Test
    void shouldNotBeSureOfAModelThatIsRightOnFewRows() {
        byte[] labels = new byte[40];
        double[] scores = new double[40];
        for (int row = 0; row < 40; row++) {
            labels[row] = (byte) (row % 2);
            scores[row] = labels[row] == 1 ? 0.8 + row / 1000.0 : 0.2;
        }

        Estimate auc = estimate(BinaryScores.of(labels, scores), BinaryMetric.ROC_AUC);

        assertThat(auc.value()).isEqualTo(1);
        assertThat(known(auc).low()).isBetween(0.8, 0.9);
    }

    @Test
    void shouldKeepIntervalsWithinTheMetricsRange() {
        for (Estimate estimate : Bootstrap.of(sample(ScoredRows.scores(100, 0.5, 5, 3)), SETTINGS, 0)) {
            if (estimate.interval() != null) {
                assertThat(estimate.interval().low())
                        .isGreaterThanOrEqualTo(estimate.metric().lowest());
                assertThat(estimate.interval().high())
                        .isLessThanOrEqualTo(estimate.metric().highest());
            }
        }
    }

    private static Interval known(Estimate estimate) {
        return Objects.requireNonNull(estimate.interval());
    }

    private static Estimate estimate(BinaryScores scores, BinaryMetric metric) {
        return Bootstrap.of(sample(scores), SETTINGS, 0).get(metric.ordinal());
    }

    private static BinarySample sample(BinaryScores scores) {
        return new BinaryScans(scores, ScoreOrder.of(scores), 0.5).all();
    }
}
