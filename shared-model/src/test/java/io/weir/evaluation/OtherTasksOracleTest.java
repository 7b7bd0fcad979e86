package io.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.Calibration;
import io.weir.evaluation.metric.ClassCounts;
import io.weir.evaluation.metric.ClassCounts.Average;
import io.weir.evaluation.metric.Multiclass;
import io.weir.evaluation.metric.MulticlassScores;
import io.weir.evaluation.metric.Multilabel;
import io.weir.evaluation.metric.Ranking;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.metric.RegressionMetric;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metrics of all tasks but the binary one against scikit-learn's values. */
class OtherTasksOracleTest {
    static List<JsonNode> cases() {
        return Oracles.cases("other-tasks.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldAgreeWithScikitLearn(JsonNode oracle) {
        Map<String, Double> values = switch (oracle.get("task").textValue()) {
            case "regression" -> regression(oracle);
            case "multiclass" -> multiclass(oracle);
            case "multilabel" -> multilabel(oracle);
            case "ranking" -> ranking(oracle);
            case "quantiles" -> quantiles(oracle);
            default -> calibration(oracle);
        };

        JsonNode expected = oracle.get("expected");
        assertThat(expected).isNotEmpty();
        expected.properties()
                .forEach(entry -> assertThat(values.get(entry.getKey()))
                        .as(oracle.get("task") + " " + entry.getKey())
                        .isCloseTo(entry.getValue().doubleValue(), within(1e-11)));
    }

    private static Map<String, Double> regression(JsonNode oracle) {
        Regression regression = new Regression(
                Oracles.numbers(oracle.get("labels")),
                Oracles.numbers(oracle.get("predictions")),
                Oracles.doubles(oracle.get("weights")));
        Map<String, Double> values = new HashMap<>();
        for (RegressionMetric metric : RegressionMetric.values()) {
            values.put(metric.id(), regression.value(metric));
        }
        values.put("pinball", regression.pinball(0.9));
        return values;
    }

    private static Map<String, Double> multiclass(JsonNode oracle) {
        int[] labels = Oracles.ints(oracle.get("labels"));
        double[] weights = Oracles.doubles(oracle.get("weights"));
        double[][] rows = new double[labels.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Oracles.numbers(oracle.get("scores").get(row));
        }
        MulticlassScores scores = new MulticlassScores(labels, rows, weights);
        assertThat(scores.predictions()).isEqualTo(Oracles.ints(oracle.get("predictions")));
        ClassCounts counts = Multiclass.of(labels, scores.predictions(), weights, rows[0].length)
                .counts();
        Map<String, Double> values = new HashMap<>(Map.of(
                "accuracy", counts.accuracy(),
                "balanced_accuracy", counts.balancedAccuracy(),
                "kappa", counts.kappa(),
                "mcc", counts.matthews(),
                "log_loss", scores.logLoss()));
        for (int k = 1; k <= 4; k++) {
            values.put("top_" + k, scores.topK(k));
        }
        for (Average average : List.of(Average.MACRO, Average.MICRO, Average.WEIGHTED)) {
            String name = average.name().toLowerCase(Locale.ROOT);
            values.put("precision_" + name, counts.precision(average));
            values.put("recall_" + name, counts.recall(average));
            values.put("f1_" + name, counts.f1(average));
            values.put("auc_ovr_" + name, scores.aucOneVersusRest(average));
            values.put("auc_ovo_" + name, scores.aucOneVersusOne(average));
        }
        return values;
    }

    private static Map<String, Double> multilabel(JsonNode oracle) {
        Multilabel multilabel = new Multilabel(
                flags(oracle.get("labels")), flags(oracle.get("predictions")), Oracles.doubles(oracle.get("weights")));
        return Map.of(
                "subset_accuracy", multilabel.subsetAccuracy(),
                "hamming_loss", multilabel.hammingLoss(),
                "jaccard", multilabel.jaccard(),
                "f1_macro", multilabel.macroF1(),
                "f1_micro", multilabel.microF1());
    }

    private static Map<String, Double> ranking(JsonNode oracle) {
        Ranking ranking = new Ranking(Oracles.numbers(oracle.get("relevance")), Oracles.numbers(oracle.get("scores")));
        return Map.of("ndcg", ranking.ndcg(Integer.MAX_VALUE), "ndcg_5", ranking.ndcg(5));
    }

    private static Map<String, Double> quantiles(JsonNode oracle) {
        Regression regression = new Regression(
                Oracles.numbers(oracle.get("labels")),
                Oracles.numbers(oracle.get("predictions")),
                Oracles.doubles(oracle.get("weights")));
        Map<String, Double> values = new HashMap<>();
        oracle.get("expected")
                .fieldNames()
                .forEachRemaining(share -> values.put(share, regression.pinball(Double.parseDouble(share))));
        return values;
    }

    private static Map<String, Double> calibration(JsonNode oracle) {
        Calibration calibration = Calibration.equalWidth(
                BinaryScores.of(Oracles.bytes(oracle.get("labels")), Oracles.numbers(oracle.get("scores"))), 15);
        return Map.of("ece", calibration.expectedError(), "mce", calibration.maximumError());
    }

    private static boolean[][] flags(JsonNode rows) {
        boolean[][] flags = new boolean[rows.size()][];
        for (int row = 0; row < flags.length; row++) {
            int[] entries = Oracles.ints(rows.get(row));
            flags[row] = new boolean[entries.length];
            for (int i = 0; i < entries.length; i++) {
                flags[row][i] = entries[i] == 1;
            }
        }
        return flags;
    }
}
