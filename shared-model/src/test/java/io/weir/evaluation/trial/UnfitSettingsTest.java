package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a task has no use for is refused, not left out in silence. */
class UnfitSettingsTest {
    private static final Map<String, String> TASKS = Map.of(
            "binary", "'label':'flag','score':'s'",
            "multiclass", "'label':'kind','prediction':'said'",
            "multilabel", "'label':['flag','other'],'score':['s','s2']",
            "regression", "'label':'n','prediction':'s'",
            "ranking", "'label':'flag','score':'s','query':'q'",
            "forecast", "'label':'n','prediction':'s','series':'q'");

    @TempDir
    Path folder;

    @BeforeEach
    void table() throws IOException {
        Trials.write(
                folder.resolve("t.csv"),
                "flag,other,kind,said,n,s,s2,q,sex",
                60,
                (random, i) -> i % 2 + "," + i % 3 % 2 + ",k" + i % 3 + ",k" + i % 4 % 3 + "," + random.nextDouble()
                        + "," + random.nextDouble() + "," + random.nextDouble() + ",q" + i / 10 + ","
                        + (i % 5 < 2 ? "f" : "m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "regression|'fairness':['sex']|fairness compares rates of one of two classes, for the task binary; the task is regression: leave it out",
                "forecast|'fairness':['sex']|fairness compares rates of one of two classes, for the task binary; the task is forecast: leave it out",
                "ranking|'fairness':['sex']|the task is ranking: leave it out",
                "multiclass|'fairness':['sex']|the task is multiclass: test one class or label as binary",
                "multilabel|'fairness':['sex']|the task is multilabel: test one class or label as binary",
                "regression|'checks':{'features':['s2'],'leak':0.9}|checks.leak is about one of two classes, for the task binary; the task is regression",
                "regression|'positive':'1'|positive is one of two classes, for the task binary; the task is regression",
                "regression|'k':5|k is of metrics at k, for the task multiclass or ranking; the task is regression",
                "binary|'task':'binary','classes':['s','s2']|classes are scores of several classes, for the task multiclass; the task is binary: leave it out, or set task otherwise",
                "regression|'task':'regression','query':'q'|query is whose rows are ranked, for the task ranking; the task is regression",
                "regression|'task':'regression','series':'q'|series is what a forecast is of, for the task forecast; the task is regression",
                "regression|'task':'regression','low':'s','high':'s2'|low and high are ends of a forecast's interval, for the task forecast",
                "regression|'task':'regression','history':{'file':'t.csv'}|history is what comes before a forecast, for the task forecast",
                "binary|'metrics':['rmse']|metrics names 'rmse', which is no metric of the task binary with these predictions; there are accuracy",
                "binary|'thresholds':['ndcg >= 0.5']|thresholds names 'ndcg', which is no metric of the task binary",
                "multiclass|'metrics':['roc_auc']|metrics names 'roc_auc', which is no metric of the task multiclass with these predictions; there are accuracy",
                "multiclass|'thresholds':['log_loss <= 1']|thresholds names 'log_loss', which is no metric of the task multiclass with these predictions",
                "multilabel|'metrics':['accuracy']|which is no metric of the task multilabel with these predictions; there are subset_accuracy",
                "regression|'metrics':['f1']|metrics names 'f1', which is no metric of the task regression with these predictions; there are mae",
                "regression|'thresholds':['roc_auc >= 0.5']|thresholds names 'roc_auc', which is no metric of the task regression",
                "ranking|'metrics':['ndcg@7']|metrics names 'ndcg@7', which is no metric of the task ranking with these predictions; there are ndcg",
                "forecast|'metrics':['mase']|metrics names 'mase', which is no metric of the task forecast with these predictions",
            })
    void shouldNameTheSettingAndWhatItIsFor(String task, String setting, String message) throws IOException {
        Map<String, Object> settings = new HashMap<>(settings(TASKS.getOrDefault(task, "")));
        settings.putAll(settings(setting));
        settings.put("replicates", 100);

        assertThatThrownBy(() -> Trials.run(folder, "t.csv", settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Map<String, Object> settings(String text) throws IOException {
        return new ObjectMapper()
                .readValue("{" + text.replace('\'', '"') + "}", new TypeReference<Map<String, Object>>() {});
    }
}
