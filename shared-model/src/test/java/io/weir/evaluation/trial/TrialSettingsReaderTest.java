package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.evaluation.fairness.FairnessRule;
import io.weir.evaluation.fairness.Measure;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.verdict.Threshold;
import io.weir.json.InvalidJsonException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialSettingsReaderTest {
    @Test
    void shouldTakeWhatIsNotGivenFromTheDefaults() {
        TrialSettings settings = TrialSettingsReader.read(Map.of("label", "y", "score", "p"), "testModel");

        assertThat(settings.task()).isNull();
        assertThat(settings.decision()).isEqualTo(0.5);
        assertThat(settings.bootstrap()).isEqualTo(BootstrapSettings.defaults());
        assertThat(settings.checks()).isEqualTo(CheckSettings.NONE);
        assertThat(settings.maxRows()).isEqualTo(TrialSettings.DEFAULT_MAX_ROWS);
    }

    @Test
    void shouldReadEveryForm() {
        TrialSettings settings = TrialSettingsReader.read(
                Map.of(
                        "label", "y",
                        "classes", Map.of("cat", "p_cat"),
                        "task", "forecasting",
                        "positive", 1,
                        "slices", List.of("a", List.of("a", "b")),
                        "thresholds",
                                List.of("f1>=.5", "mae not_worse 0.2", Map.of("metric", "rmse", "not_worse", 0.1)),
                        "fairness",
                                List.of(Map.of(
                                        "columns",
                                        "sex",
                                        "rules",
                                        List.of(
                                                "disparate_impact >= 0.8",
                                                Map.of("measure", "fpr_parity_difference", "limit", 0.1)))),
                        "baseline", List.of("x", "y")),
                "testModel");

        assertThat(settings.task()).isEqualTo(Task.FORECAST);
        assertThat(settings.positive()).isEqualTo("1");
        assertThat(settings.cut().columns()).containsExactly(List.of("a"), List.of("a", "b"));
        assertThat(settings.cut().search()).containsExactly("a", "b");
        assertThat(settings.thresholds())
                .containsExactly(
                        Threshold.atLeast("f1", 0.5), Threshold.notWorse("mae", 0.2), Threshold.notWorse("rmse", 0.1));
        assertThat(settings.fairness().getFirst().rules())
                .containsExactly(
                        new FairnessRule(Measure.DEMOGRAPHIC_PARITY_RATIO, 0.8),
                        new FairnessRule(Measure.FPR_PARITY_DIFFERENCE, 0.1));
        assertThat(settings.baseline()).isEqualTo(new BaselineChoice.Paired("x, y", null, List.of("x", "y")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|testModel.label is missing",
                "{'label':'y'}|are all missing, one must say which column the predictions are in",
                "{'label':'y','score':'p','slice':['a']}|testModel.slice is unknown; known here: label, prediction, score",
                "{'label':7,'score':'p'}|testModel.label is 7, must be a column, or a list of columns",
                "{'label':'y','score':'p','task':'magic'}|testModel.task: 'magic' is no task; there are binary",
                "{'label':'y','score':'p','thresholds':['f1 > 1']}|testModel.thresholds[0] is \"f1 > 1\", must be a threshold",
                "{'label':'y','score':'p','thresholds':[{'metric':'f1','better':-1}]}|thresholds[0]: the limit of f1 is -1.0",
                "{'label':'y','score':'p','thresholds':[{'metric':'f1'}]}|thresholds[0].at_least is missing, must be such as",
                "{'label':'y','score':'p','fairness':[{'columns':'sex','rules':[{'measure':'x','limit':1}]}]}|fairness[0].rules[0].measure: fairness measure 'x' is unknown",
                "{'label':'y','score':'p','thresholds':['f1 not_worse x']}|thresholds[0] has the limit 'x', must be a number",
                "{'label':'y','score':'p','fairness':[{'columns':'sex','rules':['disparate_impact <= 0.8']}]}|but a ratio must be at least (>=)",
                "{'label':'y','score':'p','fairness':[{'columns':'sex','rules':['odds']}]}|fairness[0].rules[0] is \"odds\", must be a rule, such as",
                "{'label':'y','score':'p','fairness':[{'columns':'sex','rules':['disparate_impact >= 2']}]}|fairness[0].rules[0]: the limit of",
                "{'label':'y','score':'p','fairness':[{'column':'sex'}]}|testModel.fairness[0].columns is missing",
                "{'label':'y','score':'p','baseline':{}}|testModel.baseline is {}, must be columns",
                "{'label':'y','score':'p','checks':{'leak':0.9}}|testModel.checks.features is missing",
                "{'label':'y','score':'p','checks':{'features':['a'],'overlap':0}}|checks.train and testModel.checks.overlap must be given together",
                "{'label':'y','score':'p','low':'l'}|are the two ends of one interval",
                "{'label':'y','score':'p','k':[0]}|testModel.k is [0], must be at most 5 whole numbers",
                "{'label':'y','score':'p','replicates':5}|testModel.replicates is 5, must be a whole number from 100",
            })
    void shouldNamePlaceValueAndWhatIsAllowed(String settings, String message) throws IOException {
        Map<String, Object> map =
                new ObjectMapper().readValue(settings.replace('\'', '"'), new TypeReference<Map<String, Object>>() {});

        assertThatThrownBy(() -> TrialSettingsReader.read(map, "testModel"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }
}
