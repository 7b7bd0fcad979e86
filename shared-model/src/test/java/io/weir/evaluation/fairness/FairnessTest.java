package io.weir.evaluation.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.slice.Partition;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FairnessTest {
    @Test
    void shouldCompareRatesOfGroups() {
        // a: 8 of 10 selected, b: 4 of 10, c: 5 of 10.
        Fairness fairness = Rows.empty()
                .add("a", 4, 4, 1, 1)
                .add("b", 3, 1, 2, 4)
                .add("c", 2, 3, 2, 3)
                .fairness("a");

        assertThat(fairness.value(Measure.DEMOGRAPHIC_PARITY_DIFFERENCE)).isCloseTo(0.4, within(1e-15));
        assertThat(fairness.value(Measure.DEMOGRAPHIC_PARITY_RATIO)).isCloseTo(0.5, within(1e-15));
        // true positive rates 4/5, 3/5, 2/4; false positive rates 4/5, 1/5, 3/6
        assertThat(fairness.value(Measure.EQUAL_OPPORTUNITY_DIFFERENCE)).isCloseTo(0.3, within(1e-15));
        assertThat(fairness.value(Measure.EQUALIZED_ODDS_DIFFERENCE)).isCloseTo(0.6, within(1e-15));
        assertThat(fairness.value(Measure.EQUALIZED_ODDS_RATIO)).isCloseTo(0.25, within(1e-15));
        assertThat(fairness.value(Measure.PREDICTIVE_PARITY_DIFFERENCE)).isCloseTo(0.75 - 0.4, within(1e-15));
    }

    @Test
    void shouldTakeTheLargestGroupAsReference() {
        Fairness fairness =
                Rows.empty().add("small", 1, 1, 1, 1).add("large", 2, 2, 2, 2).fairness(null);

        assertThat(fairness.reference().name()).isEqualTo("large");
    }

    @Test
    void shouldNameTheGroupsIfTheReferenceIsNone() {
        Rows rows = Rows.empty().add("a", 1, 1, 1, 1).add("b", 1, 1, 1, 1);

        assertThatThrownBy(() -> rows.fairness("c"))
                .hasMessageContaining("the reference group 'c' of g does not occur; there are [a, b]");
    }

    @Test
    void shouldFailAGroupThatIsSelectedHalfAsOften() {
        Fairness fairness = Rows.empty()
                .add("a", 300, 300, 200, 200)
                .add("b", 150, 150, 350, 350)
                .fairness("a");

        FairnessVerdict verdict = FairnessJudge.judge(fairness, rule("disparate_impact", 0.8), 0.95);

        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.reason())
                .startsWith("selection_rate of g 'b' is 0.3, a ratio of 0.5 to 'a' (95 % interval 0.4")
                .endsWith("allowed 0.8 to 1.25.");
    }

    @Test
    void shouldPassGroupsThatAreAlikeAndLarge() {
        Fairness fairness = Rows.empty()
                .add("a", 3000, 3000, 2000, 2000)
                .add("b", 2950, 3000, 2000, 2000)
                .fairness("a");

        assertThat(FairnessJudge.judge(fairness, rule("demographic_parity_ratio", 0.8), 0.95)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(FairnessJudge.judge(fairness, rule("equalized_odds_difference", 0.1), 0.95)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldSayNothingAboutAGroupOfThreePeople() {
        Fairness fairness =
                Rows.empty().add("a", 300, 300, 200, 200).add("b", 2, 1, 0, 0).fairness("a");

        FairnessVerdict verdict = FairnessJudge.judge(fairness, rule("disparate_impact", 0.8), 0.95);

        assertThat(verdict.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(verdict.reason()).contains("only 3 rows to count among, at least 10 are needed");
    }

    @Test
    void shouldWidenIntervalsWithTheNumberOfGroups() {
        Rows two = Rows.empty().add("a", 300, 300, 200, 200).add("b", 260, 260, 240, 240);
        Rows many = Rows.empty().add("a", 300, 300, 200, 200);
        for (int i = 0; i < 20; i++) {
            many.add("b" + i, 260, 260, 240, 240);
        }

        assertThat(FairnessJudge.judge(two.fairness("a"), rule("disparate_impact", 0.8), 0.95)
                        .reason())
                .contains("95 % interval");
        assertThat(FairnessJudge.judge(many.fairness("a"), rule("disparate_impact", 0.8), 0.95)
                        .reason())
                .contains("99.75 % interval");
    }

    @Test
    void shouldRefuseALimitThatIsNoShare() {
        assertThatThrownBy(() -> rule("disparate_impact", 80))
                .hasMessageContaining("80.0, must be above 0 and at most 1");
        assertThatThrownBy(() -> Measure.of("niceness"))
                .hasMessageContaining("'niceness' is unknown; there are disparate_impact,");
    }

    private static FairnessRule rule(String measure, double limit) {
        return new FairnessRule(Measure.of(measure), limit);
    }

    /** Predictions by group, given as counts. */
    private static final class Rows {
        private final List<String> groups = new ArrayList<>();
        private final List<int[]> rows = new ArrayList<>();

        static Rows empty() {
            return new Rows();
        }

        Rows add(String group, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
            add(group, truePositives, 1, 1);
            add(group, falsePositives, 0, 1);
            add(group, falseNegatives, 1, 0);
            return add(group, trueNegatives, 0, 0);
        }

        private Rows add(String group, int count, int label, int score) {
            for (int i = 0; i < count; i++) {
                groups.add(group);
                rows.add(new int[] {label, score});
            }
            return this;
        }

        Fairness fairness(@Nullable String reference) {
            byte[] labels = new byte[rows.size()];
            double[] scores = new double[rows.size()];
            for (int row = 0; row < labels.length; row++) {
                labels[row] = (byte) rows.get(row)[0];
                scores[row] = rows.get(row)[1];
            }
            SliceColumn column = SliceColumn.ofCategories("g", groups.toArray(String[]::new));
            return Fairness.of("g", BinaryScores.of(labels, scores), 0.5, Partition.of(List.of(column)), reference);
        }
    }
}
