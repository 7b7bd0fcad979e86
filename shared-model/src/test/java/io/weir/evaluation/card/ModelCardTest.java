package io.weir.evaluation.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.ScoredRows;
import io.weir.evaluation.explain.Disturbance;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Threshold;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>|[a](javascript:b)\n# c http://x";

    @Test
    void shouldSayWhatWasFoundAndHowSureItIs() {
        String card = ModelCard.markdown(evaluation());

        assertThat(card)
                .contains("## Thresholds", "## Metrics", "## Slices", "Verdict: pass")
                .contains("roc\\_auc is 0.8");
    }

    @Test
    void shouldEscapeWhateverComesFromOutsideInHtml() {
        String card = ModelCard.html(evaluation());

        assertThat(card)
                .doesNotContain("<img", "<script", "style=")
                .contains("&lt;img src=x onerror=alert(1)&gt;|[a](javascript:b) # c http://x");
    }

    @Test
    void shouldEscapeWhateverComesFromOutsideInMarkdown() {
        String card = ModelCard.markdown(evaluation());

        assertThat(card)
                .doesNotContainPattern("(?<!\\\\)(<img|\\[a|# c|http:)")
                .contains("\\<img src=x onerror=alert(1)\\>\\|\\[a\\](javascript:b) \\# c http\\://x");
    }

    @Test
    void shouldShowWhatTheModelLeansOnAndBearsBesideItsBaseline() {
        MetricResult disturbed = new MetricResult(
                "roc_auc",
                true,
                0.79,
                null,
                null,
                new Comparison(0.81, -0.02, new Interval(-0.03, -0.01, 0.95, "DeLong"), Double.NaN, null, null));
        Evaluation evaluation = evaluation().toBuilder()
                .importances(List.of(
                        new Importance("permutation", "roc_auc", HOSTILE, 0.3, 0.01, 0.2, 0.01),
                        Importance.of("shapley", null, "age", 0.1, Double.NaN)))
                .robustness(List.of(new RobustnessResult(Disturbance.Kind.MISSING, 0.05, 2_000, List.of(disturbed))))
                .build();

        assertThat(ModelCard.html(evaluation))
                .doesNotContain("<img", "<script")
                .contains("<td>permutation (loss of roc_auc)</td>", "<td>(0.28 to 0.32)</td>", "<td>0.1 ± 0.02828</td>")
                .contains("<td>5 % of the values missing</td>", "<td>-0.02 (-0.03 to -0.01)</td>", "<td>2,000</td>");
        assertThat(ModelCard.markdown(evaluation))
                .contains("## What the model leans on", "| age | shapley | 0.1 |  |  |  |");
    }

    private static Evaluation evaluation() {
        String[] column = new String[2_000];
        Arrays.fill(column, HOSTILE);
        return new BinaryEvaluator(HOSTILE, ScoredRows.scores(2_000, 0.4, 1.2, 1))
                .slice(List.of(SliceColumn.ofCategories("c", column)))
                .require(Threshold.atLeast("roc_auc", 0.7))
                .evaluate();
    }
}
