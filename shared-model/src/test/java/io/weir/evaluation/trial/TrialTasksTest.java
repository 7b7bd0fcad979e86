package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.ClassResult;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.SliceResult;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.verdict.Judgement;
import io.weir.evaluation.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTasksTest {
    private static final List<String> CLASSES = List.of("cat", "dog", "eel");

    @TempDir
    Path folder;

    @Test
    void shouldTestSeveralClassesByTheirScores() throws IOException {
        Trials.write(folder.resolve("m.csv"), "kind,cat,dog,eel,old,where", 600, (random, i) -> {
            int label = random.nextInt(3);
            double[] scores = new double[3];
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                scores[c] = random.nextDouble() + (c == label ? 0.6 : 0);
                sum += scores[c];
            }
            String old = CLASSES.get(random.nextInt(10) < 6 ? label : random.nextInt(3));
            return CLASSES.get(label) + "," + scores[0] / sum + "," + scores[1] / sum + "," + scores[2] / sum + ","
                    + old + "," + (i % 2 == 0 ? "farm" : "sea");
        });

        Evaluation evaluation = Trials.run(
                folder,
                "m.csv",
                Map.of(
                        "label",
                        "kind",
                        "classes",
                        CLASSES,
                        "slices",
                        List.of("where"),
                        "thresholds",
                        List.of("accuracy >= 0.5", "roc_auc_macro >= 0.7", "top_k_accuracy@2 >= 0.8")));

        assertThat(evaluation.task()).isEqualTo("multiclass");
        assertThat(evaluation.judgements()).extracting(Judgement::verdict).containsOnly(Verdict.PASS);
        assertThat(Objects.requireNonNull(evaluation.confusion()).classes()).isEqualTo(CLASSES);
        assertThat(evaluation.confusion().rows().stream()
                        .flatMap(List::stream)
                        .mapToLong(count -> count)
                        .sum())
                .isEqualTo(600);
        assertThat(evaluation.classes()).extracting(ClassResult::name).isEqualTo(CLASSES);
        assertThat(evaluation.slices()).extracting(SliceResult::rows).containsExactly(300L, 300L);
        assertThat(EvaluationJson.read(EvaluationJson.write(evaluation))).isEqualTo(evaluation);
    }

    @Test
    void shouldCompareSeveralClassesWithABaseline() throws IOException {
        Trials.write(folder.resolve("m.csv"), "kind,new,old", 2_000, (random, i) -> {
            String label = CLASSES.get(random.nextInt(3));
            return label + "," + (random.nextInt(10) < 8 ? label : "cat") + ","
                    + (random.nextInt(10) < 6 ? label : "cat");
        });

        Evaluation evaluation = Trials.run(
                folder,
                "m.csv",
                Map.of(
                        "label", "kind",
                        "prediction", "new",
                        "baseline", "old",
                        "thresholds", List.of(Map.of("metric", "f1_macro", "better", 0.05))));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldTestSetsOfLabels() throws IOException {
        Trials.write(folder.resolve("l.csv"), "red,blue,red_p,blue_p", 500, (random, i) -> {
            int red = random.nextInt(2);
            int blue = random.nextInt(2);
            return red + "," + blue + "," + Trials.clamp(0.25 + red / 2.0 + random.nextGaussian() / 6) + ","
                    + Trials.clamp(0.25 + blue / 2.0 + random.nextGaussian() / 6);
        });

        Evaluation evaluation = Trials.run(
                folder,
                "l.csv",
                Map.of(
                        "label", List.of("red", "blue"),
                        "score", List.of("red_p", "blue_p"),
                        "thresholds", List.of("f1_micro >= 0.85", "roc_auc_macro >= 0.9", "hamming_loss <= 0.12")));

        assertThat(evaluation.task()).isEqualTo("multilabel");
        assertThat(evaluation.judgements()).extracting(Judgement::verdict).containsOnly(Verdict.PASS);
        assertThat(evaluation.classes()).extracting(ClassResult::name).containsExactly("red", "blue");
        assertThat(EvaluationJson.read(EvaluationJson.write(evaluation))).isEqualTo(evaluation);
    }

    @Test
    void shouldTestRankingsByQuery() throws IOException {
        Trials.write(folder.resolve("r.csv"), "q,gain,s,market", 1_000, (random, i) -> {
            int gain = i / 10 == 3 ? 0 : random.nextInt(3);
            return "q" + i / 10 + "," + gain + "," + (gain + random.nextGaussian()) + "," + (i / 10 % 2);
        });

        Evaluation evaluation = Trials.run(
                folder,
                "r.csv",
                Map.of(
                        "label",
                        "gain",
                        "score",
                        "s",
                        "query",
                        "q",
                        "k",
                        List.of(3, 5),
                        "slices",
                        List.of("market"),
                        "thresholds",
                        List.of("ndcg@5 >= 0.6")));

        assertThat(evaluation.task()).isEqualTo("ranking");
        assertThat(evaluation.rows()).isEqualTo(100);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASS);
        assertThat(evaluation.metrics())
                .extracting(MetricResult::metric)
                .contains("ndcg", "map", "mrr", "ndcg@3", "recall@5");
        assertThat(evaluation.findings()).extracting(Finding::check).containsExactly("queries_without_relevant");
        assertThat(evaluation.slices()).hasSize(2);
    }

    @Test
    void shouldTestForecastsAgainstTheirHistory() throws IOException {
        Trials.write(folder.resolve("history.csv"), "shop,sold", 400, (random, i) -> "s" + i % 20 + "," + i / 20 * 2);
        Trials.write(folder.resolve("f.csv"), "shop,sold,p,lo,hi", 200, (random, i) -> {
            double error = random.nextGaussian();
            return "s" + i % 20 + ",100," + (100 + error) + "," + (98 + error) + "," + (102 + error);
        });

        Evaluation evaluation = Trials.run(
                folder,
                "f.csv",
                Map.of(
                        "label", "sold",
                        "prediction", "p",
                        "series", "shop",
                        "low", "lo",
                        "high", "hi",
                        "history", Map.of("file", "history.csv"),
                        "thresholds", List.of("mase <= 0.6", "interval_coverage >= 0.9")));

        assertThat(evaluation.task()).isEqualTo("forecast");
        assertThat(evaluation.judgements()).extracting(Judgement::verdict).containsOnly(Verdict.PASS);
        // The history moves by 2 at each step, so the scale is 2.
        MetricResult mase = Objects.requireNonNull(evaluation.metric("mase"));
        assertThat(mase.value())
                .isCloseTo(Objects.requireNonNull(evaluation.metric("mae")).value() / 2, within(1e-12));
        assertThat(Objects.requireNonNull(mase.interval()).method()).contains("of 20 groups");
    }
}
