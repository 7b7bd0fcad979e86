package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialBadInputTest {
    private static final Map<String, Object> PLAIN = Map.of("label", "y", "score", "p");

    @TempDir
    Path folder;

    @BeforeEach
    void churn() throws IOException {
        Trials.churn(folder.resolve("scores.csv"), 400);
    }

    @Test
    void shouldNameAColumnThatIsNotThere() {
        refuses("scores.csv", Map.of("label", "truth", "score", "p"), "has no column 'truth', only [id, y, p, old");
        refuses(
                "scores.csv",
                Map.of("label", "y", "score", "p", "slices", List.of("region")),
                "has no column 'region', only");
    }

    @Test
    void shouldRefuseMissingLabelsUnlessTheyAreTolerated() throws IOException {
        text("m.csv", "y,p\n1,0.4\n,0.3\n0,0.1\n");

        refuses("m.csv", PLAIN, "m.csv, row 2, column 'y': has no label, as 1 of 3 rows");

        Evaluation evaluation = Trials.run(
                folder, "m.csv", Map.of("label", "y", "score", "p", "checks", Map.of("missing_labels", 0.5)));
        assertThat(evaluation.rows()).isEqualTo(2);
        assertThat(evaluation.findings())
                .extracting(Finding::check, Finding::verdict)
                .contains(org.assertj.core.groups.Tuple.tuple("missing_labels", Verdict.PASS));
    }

    @Test
    void shouldSayThatOneClassIsNotEnough() throws IOException {
        text("one.csv", "y,p\n" + "0,0.3\n0,0.4\n".repeat(50));

        Evaluation evaluation = Trials.run(
                folder, "one.csv", Map.of("label", "y", "score", "p", "thresholds", List.of("roc_auc >= 0.7")));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(evaluation.findings()).extracting(Finding::check).containsExactly("one_class");
    }

    @Test
    void shouldGiveNoVerdictOnAGroupOfThree() throws IOException {
        Files.writeString(
                folder.resolve("scores.csv"),
                Files.readString(folder.resolve("scores.csv"))
                        + "a,1,0.1,0.2,LI,30\nb,0,0.9,0.2,LI,31\nc,1,0.3,0.2,LI,32\n");

        Evaluation evaluation = Trials.run(
                folder,
                "scores.csv",
                Map.of(
                        "label",
                        "y",
                        "score",
                        "p",
                        "slices",
                        List.of("country"),
                        "fairness",
                        List.of(Map.of(
                                "columns",
                                "country",
                                "rules",
                                List.of(Map.of("measure", "equal_opportunity_difference", "limit", 0.5))))));

        assertThat(evaluation.slices()).noneMatch(slice -> slice.name().contains("LI"));
        assertThat(evaluation.fairness().getFirst().verdicts().getFirst().verdict())
                .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(evaluation.findings())
                .extracting(Finding::reason)
                .anyMatch(reason -> reason.contains("1 of 3 groups have fewer than 10 rows, the smallest 3"));
    }

    @Test
    void shouldRefuseNaNScoresAndTakeInfiniteOnesAsRanks() throws IOException {
        text("nan.csv", "y,p\n1,0.4\n0,NaN\n");
        text("inf.csv", "y,p\n" + "1,inf\n0,-inf\n1,2\n0,3\n".repeat(20));

        refuses("nan.csv", PLAIN, "nan.csv, row 2, column 'p': has no number");
        assertThat(Objects.requireNonNull(Trials.run(folder, "inf.csv", PLAIN).metric("roc_auc"))
                        .value())
                .isEqualTo(0.75);
        refuses(
                "inf.csv",
                Map.of("label", "y", "prediction", "p", "task", "regression"),
                "row 1, column 'p': is Infinity");
    }

    @Test
    void shouldGiveNoLogLossOfScoresThatAreNoProbabilities() throws IOException {
        text("big.csv", "y,p\n" + "1,3\n0,-2\n1,0.5\n0,0.7\n".repeat(20));

        Evaluation evaluation = Trials.run(
                folder, "big.csv", Map.of("label", "y", "score", "p", "thresholds", List.of("log_loss <= 0.5")));

        assertThat(evaluation.judgements().getFirst().reason()).contains("not all scores are probabilities in [0,1]");
    }

    @Test
    void shouldRefuseTextAsScore() throws IOException {
        text("t.csv", "y,p\n1,high\n0,low\n");

        refuses("t.csv", PLAIN, "t.csv, row 1, column 'p': 'high' is not a number");
    }

    @Test
    void shouldAskWhichClassIsPositive() throws IOException {
        text("ab.csv", "y,p\nA,0.4\nB,0.3\n");

        refuses("ab.csv", PLAIN, "which of the labels [A, B] of column 'y' is the positive class cannot be told");
        refuses(
                "ab.csv",
                Map.of("label", "y", "score", "p", "positive", "C"),
                "positive is 'C', must be one of the labels");
    }

    @Test
    void shouldRefuseABaselineOfOtherRows() throws IOException {
        text("a.csv", "y,p\n1,0.4\n0,0.3\n");
        text("b.csv", "y,p\n0,0.4\n1,0.3\n");
        text("c.csv", "y,p\n0,0.4\n");

        Map<String, Object> other = Map.of("label", "y", "score", "p", "baseline", Map.of("file", "b.csv"));
        refuses("a.csv", other, "b.csv, row 1, column 'y': is 0, in a.csv it is 1");
        Map<String, Object> shorter = Map.of("label", "y", "score", "p", "baseline", Map.of("file", "c.csv"));
        refuses("a.csv", shorter, "the baseline c.csv has 1 rows, a.csv has 2");
    }

    @Test
    void shouldRefuseThresholdsThatNothingAnswers() {
        refuses(
                "scores.csv",
                Map.of("label", "y", "score", "p", "thresholds", List.of("rmse <= 1")),
                "thresholds names 'rmse', which is no metric of the task binary");
        refuses(
                "scores.csv",
                Map.of("label", "y", "score", "p", "thresholds", List.of(Map.of("metric", "f1", "better", 0))),
                "needs a baseline");
    }

    @Test
    void shouldNotLeaveTheFolder() throws IOException {
        text("a.csv", "y,p\n1,0.4\n0,0.3\n");

        refuses("../a.csv", PLAIN, "contains '..'");
        refuses(
                "a.csv",
                Map.of("label", "y", "score", "p", "baseline", Map.of("evaluation", "/etc/passwd")),
                "is absolute");
    }

    @Test
    void shouldRefuseEmptyTables() throws IOException {
        text("e.csv", "y,p\n");

        refuses("e.csv", PLAIN, "e.csv has no rows");
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void refuses(String file, Map<String, ?> settings, String message) {
        assertThatThrownBy(() -> Trials.run(folder, file, settings)).hasMessageContaining(message);
    }
}
