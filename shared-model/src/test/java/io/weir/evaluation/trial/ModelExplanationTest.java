package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.explain.Model;
import io.weir.evaluation.trial.ModelExplanation.ModelSource;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.InvalidJsonException;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelExplanationTest {
    private static final Map<String, Object> TRIAL = Map.of("label", "y", "score", "p", "decision", 0.5);

    @TempDir
    Path folder;

    /** The score leans on a, a little on the country, and not at all on the count. */
    @BeforeEach
    void table() throws IOException {
        Trials.write(folder.resolve("t.csv"), "y,p,a,country,count", 900, (random, i) -> {
            double a = random.nextGaussian();
            String country = random.nextInt(3) == 0 ? "AT" : "DE";
            double p = score(a, country);
            return (random.nextDouble() < p ? "yes" : "no") + "," + p + "," + (i % 100 == 0 ? "" : a) + "," + country
                    + "," + random.nextInt(9);
        });
    }

    private static double score(double a, String country) {
        return 1 / (1 + Math.exp(-2 * (Double.isNaN(a) ? 0 : a) - (country.equals("AT") ? 0.5 : 0)));
    }

    private static final ModelSource SOURCE = (features, column) -> {
        assertThat(features).extracting(Feature::name).containsExactly("a", "country", "count");
        assertThat(features.get(2).whole()).isTrue();
        assertThat(column).isEqualTo("p");
        List<String> countries = features.get(1).categories();
        return rows -> {
            double[] scores = new double[rows.length];
            for (int row = 0; row < scores.length; row++) {
                double country = rows[row][1];
                scores[row] = score(rows[row][0], Double.isNaN(country) ? "" : countries.get((int) country));
            }
            return scores;
        };
    };

    @Test
    void shouldAddImportancesAndFindings() throws IOException {
        Evaluation explained = explained(TRIAL, Map.of("missing", 0.6, "most_loss", 0.05), SOURCE);

        assertThat(explained.importances())
                .extracting(importance -> importance.method() + " " + importance.feature())
                .containsExactly(
                        "permutation a",
                        "permutation country",
                        "permutation count",
                        "shapley a",
                        "shapley country",
                        "shapley count");
        assertThat(explained.importances().get(0).value()).isGreaterThan(0.2);
        assertThat(explained.importances().get(2).value()).isZero();
        assertThat(explained.importances().get(3).value())
                .isGreaterThan(explained.importances().get(4).value());
        assertThat(explained.findings())
                .extracting(Finding::check, Finding::verdict)
                .contains(tuple("noise", Verdict.PASS), tuple("missing_values", Verdict.FAIL));
        assertThat(EvaluationJson.read(EvaluationJson.write(explained))).isEqualTo(explained);
    }

    @Test
    void shouldGiveTheSameTwice() throws IOException {
        Evaluation first = explained(TRIAL, Map.of("rows", 100, "shapley", 5), SOURCE);

        assertThat(explained(TRIAL, Map.of("rows", 100, "shapley", 5), SOURCE)).isEqualTo(first);
    }

    @Test
    void shouldCompareWithTheImportancesOfAnEarlierResult() throws IOException {
        Evaluation earlier = explained(TRIAL, Map.of("shapley", 0), SOURCE);
        List<Importance> turned = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Importance other = earlier.importances().get(2 - i);
            turned.add(new Importance(
                    "permutation",
                    earlier.importances().get(i).feature(),
                    other.value(),
                    other.deviation(),
                    Double.NaN));
        }
        Evaluation before = new EvaluationBuilder("binary", "old", 900, earlier.bootstrap())
                .metrics(earlier.metrics())
                .importances(turned)
                .build();
        Files.write(folder.resolve("before.json"), EvaluationJson.write(before));
        Map<String, Object> trial = Map.of("label", "y", "score", "p", "baseline", Map.of("evaluation", "before.json"));

        Evaluation explained = explained(trial, Map.of("shapley", 0, "agreement", 0.5), SOURCE);

        assertThat(explained.importances().getFirst().baseline())
                .isCloseTo(earlier.importances().get(2).value(), within(1e-12));
        Finding shift = explained.findings().getLast();
        assertThat(shift.check()).isEqualTo("importance_shift");
        assertThat(shift.value()).isEqualTo(-1);
        assertThat(shift.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(shift.reason()).contains("largest changes: ");
    }

    @Test
    void shouldExplainNumbers() throws IOException {
        Trials.write(folder.resolve("t.csv"), "y,p,a,country,count", 300, (random, i) -> {
            double a = random.nextGaussian();
            return score(a, "DE") + 0.01 * random.nextGaussian() + "," + score(a, "DE") + "," + a + ",DE,1";
        });

        Evaluation explained = explained(
                Map.of("label", "y", "prediction", "p", "task", "regression"), Map.of("metric", "mae"), SOURCE);

        assertThat(explained.importances().getFirst().value()).isGreaterThan(0.1);
        assertThat(explained.findings().getLast().reason())
                .startsWith("with noise of 10 % of each feature's spread mae is 0.")
                .contains("; the change is 0.0", "(95 % interval 0.");
        assertThat(explained.findings().getLast().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void shouldSayThatOneLabelExplainsNothing() throws IOException {
        Trials.write(folder.resolve("t.csv"), "y,p,a,country,count", 300, (random, i) -> "0,0.5,1,DE,1");
        ModelSource any = (features, column) -> rows -> new double[rows.length];

        Evaluation explained = explained(TRIAL, Map.of(), any);

        assertThat(explained.importances()).isEmpty();
        assertThat(explained.findings().getLast().reason())
                .isEqualTo(
                        "roc_auc has no value on the 300 rows that were drawn: only one of the two labels occurs; draw more"
                                + " by rows.");
        assertThat(explained.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void shouldRefuseTasksOfSeveralScores() throws IOException {
        Trials.write(
                folder.resolve("t.csv"),
                "y,p,a,country,count",
                90,
                (random, i) -> "c" + i % 3 + ",c" + i % 2 + ",1,DE,1");

        assertThatThrownBy(() -> explained(Map.of("label", "y", "prediction", "p"), Map.of(), SOURCE))
                .hasMessage("explanations are of models with one score a row, of two classes or of numbers; the task is"
                        + " multiclass: leave explain out, or test one class or label as binary");
    }

    @Test
    void shouldNameWhatIsWrongWithSettings() {
        assertThatThrownBy(() -> ExplanationReader.read(Map.of("permutations", 1), "testModel.explain", List.of("a")))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith("testModel.explain.permutations is 1, must be at least 2");
        assertThatThrownBy(() -> ExplanationReader.read(Map.of(), "testModel.explain", List.of()))
                .hasMessage("testModel.explain.features is missing, must list the columns that the model is given");
        assertThatThrownBy(() -> ExplanationReader.read(Map.of("noise", -1), "testModel.explain", List.of("a")))
                .hasMessageStartingWith("testModel.explain.noise is -1, must be a number from 0");
        assertThatThrownBy(() -> explained(TRIAL, Map.of("metric", "rmse"), SOURCE))
                .hasMessageStartingWith("metric 'rmse' is unknown; there are accuracy");
    }

    @Test
    void shouldPassOnWhatTheModelSays() {
        Model broken = rows -> {
            throw new UncheckedIOException("down", new IOException("down"));
        };

        assertThatThrownBy(() -> explained(TRIAL, Map.of(), (features, column) -> broken))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("down");
    }

    private Evaluation explained(Map<String, ?> trial, Map<String, ?> settings, ModelSource source) throws IOException {
        TrialSettings read = TrialSettingsReader.read(trial, "testModel");
        ModelExplanation explanation = new ModelExplanation(
                folder,
                TableOptions.DEFAULT,
                read,
                ExplanationReader.read(settings, "testModel.explain", List.of("a", "country", "count")));
        return explanation.added(new ModelTrial(folder, TableOptions.DEFAULT, read).run("t.csv"), "t.csv", source);
    }
}
