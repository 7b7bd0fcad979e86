package io.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Threshold;
import io.weir.evaluation.verdict.Verdict;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionEvaluatorTest {
    private static final int ROWS = 20_000;

    @Test
    void shouldGiveAMeanErrorTheIntervalOfItsStandardError() {
        // The absolute value of a standard normal has mean √(2/π) and variance 1 − 2/π.
        MetricResult mae = Objects.requireNonNull(
                new RegressionEvaluator("m", rows(ROWS, 1)).evaluate().metric("mae"));

        double half = 1.96 * Math.sqrt((1 - 2 / Math.PI) / ROWS);
        assertThat(mae.value()).isCloseTo(Math.sqrt(2 / Math.PI), within(2 * half));
        Interval interval = Objects.requireNonNull(mae.interval());
        double width = interval.high() - interval.low();
        assertThat(width / (2 * half)).isCloseTo(1, within(0.12));
    }

    @Test
    void shouldCompareWithABaselineOnTheSameRows() {
        Evaluation evaluation = new RegressionEvaluator("m", rows(ROWS, 1))
                .baseline("b", rows(ROWS, 1.1))
                .require(Threshold.better("rmse", 0))
                .require(Threshold.notWorse("r2", 0.001))
                .require(Threshold.atMost("mae", 0.7))
                .evaluate();

        assertThat(evaluation.judgements())
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.FAIL);
        assertThat(EvaluationJson.read(EvaluationJson.write(evaluation))).isEqualTo(evaluation);
    }

    @Test
    void shouldSayNothingOnAHandfulOfRows() {
        Evaluation evaluation = new RegressionEvaluator("m", rows(5, 1))
                .require(Threshold.atMost("rmse", 100))
                .evaluate();

        assertThat(evaluation.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(evaluation.judgements().getFirst().reason()).contains("there are 5 rows, an interval needs 10");
    }

    @Test
    void shouldRefuseAMetricOfAnotherTask() {
        assertThatThrownBy(() -> new RegressionEvaluator("m", rows(5, 1)).require(Threshold.atLeast("roc_auc", 0.8)))
                .hasMessageContaining("metric 'roc_auc' is unknown; there are mae");
    }

    private static Regression rows(int rows, double noise) {
        Random random = new Random(2);
        double[] labels = random.doubles(rows, 0, 100).toArray();
        double[] predictions = new double[rows];
        for (int row = 0; row < rows; row++) {
            predictions[row] = labels[row] + noise * random.nextGaussian();
        }
        return new Regression(labels, predictions, null);
    }
}
