package io.weir.evaluation.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.evaluation.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Interval AROUND = new Interval(0.78, 0.82, 0.95, "test");

    @Test
    void shouldPassWhatLiesWhollyAboveTheLimit() {
        Judgement judgement = Judge.absolute(Threshold.atLeast("roc_auc", 0.75), 0.8, AROUND, null, 1_000);

        assertThat(judgement.verdict()).isEqualTo(Verdict.PASS);
        assertThat(judgement.reason())
                .isEqualTo(
                        "roc_auc is 0.8 (95 % interval 0.78 to 0.82), required at least 0.75: all of the interval is.");
    }

    @Test
    void shouldFailWhatLiesWhollyBelowTheLimit() {
        Judgement judgement = Judge.absolute(Threshold.atLeast("roc_auc", 0.9), 0.8, AROUND, null, 1_000);

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldNotDecideWithTheLimitInsideAndSayHowManyRowsWould() {
        Judgement judgement = Judge.absolute(Threshold.atLeast("roc_auc", 0.79), 0.8, AROUND, null, 1_000);

        assertThat(judgement.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        // Half of the width is twice the distance, so four times the rows are needed.
        assertThat(judgement.moreRows()).isBetween(2_999L, 3_001L);
        assertThat(judgement.reason()).contains("1,000 rows do not settle it").contains("about 3,0");
    }

    @Test
    void shouldJudgeLossesFromAbove() {
        Interval loss = new Interval(0.3, 0.4, 0.95, "test");

        assertThat(Judge.absolute(Threshold.atMost("log_loss", 0.5), 0.35, loss, null, 10)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(Judge.absolute(Threshold.atMost("log_loss", 0.2), 0.35, loss, null, 10)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void shouldTolerateALossWithinTheMargin() {
        Interval difference = new Interval(-0.015, 0.005, 0.95, "test");

        assertThat(against(Threshold.notWorse("roc_auc", 0.02), difference, true))
                .isEqualTo(Verdict.PASS);
        assertThat(against(Threshold.notWorse("roc_auc", 0.01), difference, true))
                .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(against(Threshold.better("roc_auc", 0.01), difference, true)).isEqualTo(Verdict.FAIL);
        assertThat(against(Threshold.notWorse("log_loss", 0.01), difference, false))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldNeverPassWithoutAnInterval() {
        Judgement judgement = Judge.absolute(Threshold.atLeast("recall", 0), Double.NaN, null, "no row has label 1", 3);

        assertThat(judgement.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(judgement.reason()).contains("undefined").contains("because no row has label 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.8001})
    void shouldNotPromiseRowsForAValueOnTheLimit(double value) {
        Judgement judgement = Judge.absolute(Threshold.atLeast("roc_auc", 0.8), value, AROUND, null, 1_000);

        assertThat(judgement.moreRows()).isEqualTo(Judgement.UNKNOWN);
        assertThat(judgement.reason()).contains("the value lies on the limit");
    }

    @Test
    void shouldRefuseALimitThatIsNoNumber() {
        assertThatThrownBy(() -> Threshold.atLeast("f1", Double.NaN))
                .hasMessageContaining("the limit of f1 is NaN, must be a finite number");
        assertThatThrownBy(() -> Threshold.notWorse("f1", -0.1)).hasMessageContaining("at least 0, the margin");
    }

    private static Verdict against(Threshold threshold, Interval difference, boolean higherIsBetter) {
        return Judge.against(threshold, -0.005, difference, higherIsBetter, null, 1_000)
                .verdict();
    }
}
