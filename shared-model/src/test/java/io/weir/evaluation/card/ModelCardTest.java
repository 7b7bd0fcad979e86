package io.weir.evaluation.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.evaluation.BinaryEvaluator;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.ScoredRows;
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

    private static Evaluation evaluation() {
        String[] column = new String[2_000];
        Arrays.fill(column, HOSTILE);
        return new BinaryEvaluator(HOSTILE, ScoredRows.scores(2_000, 0.4, 1.2, 1))
                .slice(List.of(SliceColumn.ofCategories("c", column)))
                .require(Threshold.atLeast("roc_auc", 0.7))
                .evaluate();
    }
}
