package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.RobustnessResult;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Disturbance.Kind;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.InvalidJsonException;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRobustnessTest {
    private static final Map<String, Object> TRIAL = Map.of("label", "y", "score", "p", "decision", 0.5);
    private static final List<String> SENT = List.of("a", "b");

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void table() throws IOException {
        Trials.write(folder.resolve("t.csv"), "y,p,a,b", 900, (random, i) -> {
            double a = random.nextGaussian();
            return (random.nextDouble() < score(a) ? 1 : 0) + "," + score(a) + "," + a + "," + random.nextGaussian();
        });
    }

    private static double score(double a) {
        return 1 / (1 + Math.exp(-2 * (Double.isNaN(a) ? 0 : a)));
    }

    private static final CallableModel MODEL = (features, column) -> rows -> {
        double[] scores = new double[rows.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score(rows[row][0]);
        }
        return scores;
    };

    @Test
    void shouldGiveEveryChangeWithItsIntervalAndJudgeThem() throws IOException {
        Evaluation disturbed = disturbed(
                TRIAL,
                Map.of(
                        "noise", List.of(0.01, 1),
                        "missing", 0.9,
                        "metrics", List.of("log_loss"),
                        "thresholds", List.of("roc_auc not_worse 0.05", "roc_auc not_worse 0.9 under missing")),
                MODEL);

        assertThat(disturbed.robustness())
                .extracting(RobustnessResult::disturbance, RobustnessResult::share, RobustnessResult::rows)
                .containsExactly(
                        tuple(Kind.NOISE, 0.01, 900L), tuple(Kind.NOISE, 1.0, 900L), tuple(Kind.MISSING, 0.9, 900L));
        assertThat(disturbed.robustness().getLast().metrics())
                .extracting(MetricResult::metric)
                .containsExactly("log_loss", "roc_auc");
        Comparison change = Objects.requireNonNull(
                disturbed.robustness().getLast().metrics().getLast().comparison());
        assertThat(change.baseline()).isGreaterThan(0.8);
        assertThat(change.difference()).isLessThan(-0.2);
        assertThat(Objects.requireNonNull(change.interval()).contains(change.difference()))
                .isTrue();
        assertThat(disturbed.findings())
                .extracting(Finding::check, Finding::subject, Finding::verdict)
                .containsExactly(
                        tuple("robustness_noise", "roc_auc with noise of 1 % of each feature's spread", Verdict.PASS),
                        tuple("robustness_noise", "roc_auc with noise of 100 % of each feature's spread", Verdict.FAIL),
                        tuple("robustness_missing", "roc_auc with 90 % of the values missing", Verdict.FAIL),
                        tuple("robustness_missing", "roc_auc with 90 % of the values missing", Verdict.PASS));
        assertThat(disturbed.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(EvaluationJson.read(EvaluationJson.write(disturbed))).isEqualTo(disturbed);
        assertThat(said)
                .startsWith("robustness: 3,600 predictions of 900 rows, disturbed in 2 features")
                .endsWith("robustness: 3,600 of 3,600 predictions of the model");
    }

    @Test
    void shouldGiveNoVerdictIfTheLimitLiesWithinTheInterval() throws IOException {
        Map<String, Object> noise = Map.of("noise", 1);
        double change = Objects.requireNonNull(disturbed(TRIAL, noise, MODEL)
                        .robustness()
                        .getFirst()
                        .metrics()
                        .getFirst()
                        .comparison())
                .difference();

        Evaluation disturbed =
                disturbed(TRIAL, Map.of("noise", 1, "thresholds", List.of("roc_auc not_worse " + -change)), MODEL);

        assertThat(disturbed.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(disturbed.findings().getFirst().reason()).contains("so 900 rows do not settle it");
    }

    @Test
    void shouldBeIndifferentToFeaturesThatTheModelDoesNotLookAt() throws IOException {
        Evaluation disturbed = disturbed(
                TRIAL,
                Map.of(
                        "noise",
                        3,
                        "missing",
                        1,
                        "features",
                        List.of("b"),
                        "thresholds",
                        List.of("roc_auc not_worse 0", "f1 not_worse 0")),
                MODEL);

        assertThat(disturbed.findings()).hasSize(4).extracting(Finding::verdict).containsOnly(Verdict.PASS);
    }

    @Test
    void shouldDisturbNumbersToo() throws IOException {
        Trials.write(folder.resolve("t.csv"), "y,p,a,b", 300, (random, i) -> {
            double a = random.nextGaussian();
            return score(a) + 0.01 * random.nextGaussian() + "," + score(a) + "," + a + ",1";
        });

        Evaluation disturbed = disturbed(
                Map.of("label", "y", "prediction", "p", "task", "regression"),
                Map.of("noise", 0.1, "thresholds", List.of("rmse not_worse 0.001")),
                MODEL);

        assertThat(disturbed.findings().getFirst().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(disturbed.findings().getFirst().reason())
                .startsWith("with noise of 10 % of each feature's spread rmse is 0.")
                .contains("the change of rmse is 0.", "required at most 0.001: none of the interval is");
    }

    @Test
    void shouldNameWhatIsWrongWithSettings() {
        assertThatThrownBy(() -> read(Map.of("rows", 100)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessage("robustness.noise and robustness.missing are both missing, one must say how features are"
                        + " disturbed, such as noise: 0.1");
        assertThatThrownBy(() -> read(Map.of("noise", -1)))
                .hasMessage("robustness.noise is -1, must be a number above 0 and at most 100, or a list of at most 5");
        assertThatThrownBy(() -> read(Map.of("missing", List.of(0.1, "much"))))
                .hasMessageStartingWith("robustness.missing is [0.1,\"much\"], must be a number above 0 and at most 1");
        assertThatThrownBy(() -> read(Map.of("noise", List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6))))
                .hasMessageContaining("or a list of at most 5");
        assertThatThrownBy(() -> read(Map.of("noise", List.of()))).hasMessageContaining("leave it out for none");
        assertThatThrownBy(() -> read(Map.of("noise", 0.1, "thresholds", List.of("roc_auc >= 0.8"))))
                .hasMessage("robustness.thresholds[0] is 'roc_auc >= 0.8', must be such as 'roc_auc not_worse 0.05' or"
                        + " 'roc_auc not_worse 0.05 under noise'");
        assertThatThrownBy(() -> read(Map.of("noise", 0.1, "thresholds", List.of("f1 not_worse -1"))))
                .hasMessage(
                        "robustness.thresholds[0] has the limit -1.0, must be a finite number of at least 0, the margin");
        assertThatThrownBy(() -> read(Map.of("noise", 0.1, "thresholds", List.of("f1 not_worse 0.1 under missing"))))
                .hasMessage(
                        "robustness.thresholds[0] is about missing, but robustness.missing is missing; say how much, such"
                                + " as missing: 0.1");
        assertThatThrownBy(() -> read(Map.of("noise", 0.1, "features", List.of("c"))))
                .hasMessageContaining("robustness.features names 'c', which is not among the features");
        assertThatThrownBy(() -> disturbed(TRIAL, Map.of("noise", 1, "metrics", List.of("rmse")), MODEL))
                .hasMessageStartingWith("robustness: metric 'rmse' is unknown; there are accuracy");
    }

    @Test
    void shouldSayDuringWhatTheModelFailed() {
        CallableModel broken = (features, column) -> rows -> {
            throw new UncheckedIOException(new IOException("http://m: down"));
        };

        assertThatThrownBy(() -> disturbed(TRIAL, Map.of("noise", 1), broken))
                .isInstanceOf(IOException.class)
                .hasMessage("robustness: http://m: down");
    }

    private static RobustnessSettings read(Map<String, ?> settings) {
        return RobustnessReader.read(settings, "robustness", SENT);
    }

    private Evaluation disturbed(Map<String, ?> trial, Map<String, ?> settings, CallableModel model)
            throws IOException {
        TrialSettings read = TrialSettingsReader.read(trial, "testModel");
        return new ModelRobustness(folder, TableOptions.DEFAULT, read, "t.csv", read(settings), said::add)
                .added(new ModelTrial(folder, TableOptions.DEFAULT, read).run("t.csv"), model);
    }
}
