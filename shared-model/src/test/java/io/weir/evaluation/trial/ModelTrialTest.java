package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.SliceResult;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrialTest {
    @TempDir
    Path folder;

    @Test
    void shouldTestABinaryModelWithEverything() throws IOException {
        Trials.churn(folder.resolve("scores.csv"), 4_000);

        Evaluation evaluation = Trials.run(
                folder,
                "scores.csv",
                Map.of(
                        "model", "churn-7",
                        "label", "y",
                        "prediction", "p",
                        "baseline", Map.of("columns", "old", "name", "churn-6"),
                        "slices", List.of("country", List.of("country", "age")),
                        "thresholds",
                                List.of(
                                        "roc_auc >= 0.85",
                                        Map.of("metric", "log_loss", "better", 0.01),
                                        "precision >= 0.999"),
                        "fairness",
                                List.of(Map.of(
                                        "columns",
                                        "country",
                                        "rules",
                                        List.of(Map.of("measure", "disparate_impact", "limit", 0.8)))),
                        "checks", Map.of("features", List.of("age", "country"), "leak", 0.99)));

        assertThat(evaluation.task()).isEqualTo("binary");
        assertThat(evaluation.baseline()).isEqualTo("churn-6");
        assertThat(evaluation.judgements())
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.FAIL);
        assertThat(evaluation.slices()).extracting(SliceResult::name).contains("country = AT", "country = DE");
        assertThat(evaluation.slices()).anyMatch(slice -> slice.name().startsWith("country = AT, age = [18"));
        assertThat(evaluation.weakest().getFirst().conditions().getFirst()).hasToString("country = AT");
        assertThat(evaluation.fairness().getFirst().reference()).isEqualTo("DE");
        assertThat(evaluation.findings()).extracting(Finding::check).containsOnly("label_leak");
        assertThat(EvaluationJson.read(EvaluationJson.write(evaluation))).isEqualTo(evaluation);
    }

    @Test
    void shouldGiveTheSameResultTwice() throws IOException {
        Trials.churn(folder.resolve("scores.csv"), 300);
        Map<String, Object> settings = Map.of("label", "y", "score", "p", "slices", List.of("country"), "seed", 7);

        Evaluation first = Trials.run(folder, "scores.csv", settings);

        assertThat(Trials.run(folder, "scores.csv", settings)).isEqualTo(first);
    }

    @Test
    void shouldKeepToMetricsThatDecisionsAloneDefine() throws IOException {
        Trials.write(
                folder.resolve("d.csv"),
                "truth,said",
                200,
                (random, i) -> random.nextInt(4) == 0 ? "yes,no" : random.nextBoolean() ? "yes,yes" : "no,no");

        Evaluation evaluation = Trials.run(folder, "d.csv", Map.of("label", "truth", "prediction", "said"));

        assertThat(evaluation.metrics())
                .extracting(MetricResult::metric)
                .contains("f1", "mcc")
                .doesNotContain("roc_auc", "log_loss");
        assertThat(evaluation.curves()).isEmpty();
    }

    @Test
    void shouldShowOnlyTheMetricsThatWereAskedFor() throws IOException {
        Trials.churn(folder.resolve("scores.csv"), 300);

        Evaluation evaluation = Trials.run(
                folder,
                "scores.csv",
                Map.of(
                        "label", "y",
                        "score", "p",
                        "metrics", List.of("f1"),
                        "thresholds", List.of("roc_auc >= 0.5"),
                        "slices", List.of("country")));

        assertThat(evaluation.metrics()).extracting(MetricResult::metric).containsExactly("f1", "roc_auc");
        assertThat(evaluation.slices().getFirst().metrics()).hasSize(2);
    }

    @Test
    void shouldCompareWithAnotherFileRowByRow() throws IOException {
        Trials.churn(folder.resolve("scores.csv"), 500);
        Files.copy(folder.resolve("scores.csv"), folder.resolve("before.csv"));
        Map<String, Object> settings =
                Map.of("label", "y", "score", "p", "baseline", Map.of("file", "before.csv", "columns", "old"));

        Comparison paired = comparison(Trials.run(folder, "scores.csv", settings), "roc_auc");

        Map<String, Object> sameFile = Map.of("label", "y", "score", "p", "baseline", "old");
        assertThat(paired).isEqualTo(comparison(Trials.run(folder, "scores.csv", sameFile), "roc_auc"));
    }

    @Test
    void shouldCompareWithAnEarlierResultAsOneOfOtherRows() throws IOException {
        Trials.churn(folder.resolve("scores.csv"), 2_000);
        Evaluation earlier = Trials.run(folder, "scores.csv", Map.of("label", "y", "score", "old"));
        Files.write(folder.resolve("earlier.json"), EvaluationJson.write(earlier));

        Evaluation evaluation = Trials.run(
                folder,
                "scores.csv",
                Map.of(
                        "label",
                        "y",
                        "score",
                        "p",
                        "baseline",
                        Map.of("evaluation", "earlier.json"),
                        "thresholds",
                        List.of(Map.of("metric", "roc_auc", "better", 0))));

        Interval independent =
                Objects.requireNonNull(comparison(evaluation, "roc_auc").interval());
        Evaluation paired = Trials.run(folder, "scores.csv", Map.of("label", "y", "score", "p", "baseline", "old"));
        Interval together = Objects.requireNonNull(comparison(paired, "roc_auc").interval());
        assertThat(evaluation.judgements().getFirst().verdict()).isEqualTo(Verdict.PASS);
        assertThat(independent.low()).isLessThan(together.low() + 0.01);
        assertThat(comparison(evaluation, "roc_auc").difference())
                .isCloseTo(comparison(paired, "roc_auc").difference(), within(1e-12));
    }

    @Test
    void shouldFindDuplicatesOverlapAndLeaks() throws IOException {
        Trials.write(
                folder.resolve("t.csv"),
                "y,p,a,b",
                400,
                (random, i) -> i % 2 + "," + random.nextDouble() + "," + (i < 40 ? 1 : i) + ".0," + (i % 2 == 1));
        Trials.write(folder.resolve("train.csv"), "a,b", 100, (random, i) -> (i + 300) + "," + ((i + 300) % 2 == 1));

        Evaluation evaluation = Trials.run(
                folder,
                "t.csv",
                Map.of(
                        "label", "y",
                        "score", "p",
                        "checks",
                                Map.of(
                                        "features",
                                        List.of("a", "b"),
                                        "leak",
                                        0.99,
                                        "duplicates",
                                        0.01,
                                        "overlap",
                                        0,
                                        "train",
                                        "train.csv")));

        assertThat(evaluation.findings())
                .extracting(finding -> finding.check() + " " + finding.verdict().id())
                .containsExactly(
                        "label_leak pass", "label_leak fail", "duplicate_rows fail", "train_test_overlap fail");
        assertThat(evaluation.findings().getLast().value()).isCloseTo(0.25, within(1e-12));
        assertThat(evaluation.findings().get(2).value()).isCloseTo(38 / 400.0, within(1e-12));
    }

    @Test
    void shouldTestNumbers() throws IOException {
        Trials.write(folder.resolve("n.jsonl"), "", 500, (random, i) -> {
            double label = 100 * random.nextDouble();
            return "{\"y\":" + label + ",\"p\":" + (label + random.nextGaussian()) + ",\"old\":"
                    + (label + 2 * random.nextGaussian()) + ",\"shop\":\"" + (i % 3) + "\"}";
        });

        Evaluation evaluation = Trials.run(
                folder,
                "n.jsonl",
                Map.of(
                        "label", "y",
                        "prediction", "p",
                        "baseline", "old",
                        "slices", List.of("shop"),
                        "thresholds", List.of("rmse <= 1.3", Map.of("metric", "mae", "better", 0.2))));

        assertThat(evaluation.task()).isEqualTo("regression");
        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASS);
        assertThat(evaluation.slices()).hasSize(3);
        assertThat(evaluation.metrics()).extracting(MetricResult::metric).contains("median_absolute_error");
    }

    private static Comparison comparison(Evaluation evaluation, String metric) {
        return Objects.requireNonNull(
                Objects.requireNonNull(evaluation.metric(metric)).comparison());
    }
}
