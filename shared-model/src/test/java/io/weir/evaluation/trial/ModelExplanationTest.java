package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationBuilder;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.explain.Model;
import io.weir.evaluation.metric.InvalidPredictionsException;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.InvalidJsonException;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
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

    private final List<String> said = new ArrayList<>();

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

    private static final CallableModel SOURCE = (features, column) -> {
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
        Evaluation explained = explained(TRIAL, Map.of(), SOURCE);

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
        assertThat(explained.importances()).extracting(Importance::metric).containsOnly("roc_auc", null);
        assertThat(explained.findings()).isEmpty();
        assertThat(said)
                .startsWith("explain: 10,300 predictions of 500 rows, changed in 3 features")
                .endsWith("explain: 10,300 of 10,300 predictions of the model");
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
            turned.add(Importance.of(
                    "permutation",
                    "roc_auc",
                    earlier.importances().get(i).feature(),
                    other.value(),
                    other.deviation()));
        }
        Evaluation before = new EvaluationBuilder("binary", "old", 900, earlier.bootstrap())
                .metrics(earlier.metrics())
                .importances(turned)
                .build();
        Files.write(folder.resolve("before.json"), EvaluationJson.write(before));
        Map<String, Object> trial = Map.of("label", "y", "score", "p", "baseline", Map.of("evaluation", "before.json"));

        Evaluation explained = explained(trial, Map.of("shapley", 0, "agreement", 0.5), SOURCE);
        TrialSettings known =
                TrialSettingsReader.read(TRIAL, "testModel").against(new BaselineChoice.Known("old", before));
        Evaluation ofBuild = explained(known, Map.of("shapley", 0, "agreement", 0.5), SOURCE);

        assertThat(ofBuild.importances()).isEqualTo(explained.importances());
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
        assertThat(explained.importances().getFirst().metric()).isEqualTo("mae");
    }

    @Test
    void shouldSayThatOneLabelExplainsNothing() throws IOException {
        Trials.write(folder.resolve("t.csv"), "y,p,a,country,count", 300, (random, i) -> "0,0.5,1,DE,1");
        CallableModel any = (features, column) -> rows -> new double[rows.length];

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
                .hasMessage("explain is for models with one score a row, of two classes or of numbers; the task is"
                        + " multiclass: leave explain out, or test one class or label as binary");
    }

    @Test
    void shouldLookAtNamedFeaturesOnly() throws IOException {
        Evaluation explained = explained(TRIAL, Map.of("features", List.of("count", "a")), SOURCE);

        assertThat(explained.importances())
                .extracting(Importance::feature)
                .containsExactlyInAnyOrder("a", "count", "a", "count");
    }

    @Test
    void shouldSayWhichImportanceIsNotDefined() throws IOException {
        // Nobody is predicted positive once the only number that counts is shuffled away from a single high one.
        Trials.write(folder.resolve("t.csv"), "y,p,a,country,count", 40, (random, i) -> {
            boolean high = i == 0;
            return (high || i % 5 == 0 ? 1 : 0) + "," + (high ? 0.9 : 0.1) + "," + (high ? 2 : 1) + ",DE,"
                    + (high ? 1 : 0);
        });
        CallableModel both = (features, column) -> rows -> {
            double[] scores = new double[rows.length];
            for (int row = 0; row < scores.length; row++) {
                scores[row] = rows[row][0] > 1 && rows[row][2] == 1 ? 0.9 : 0.1;
            }
            return scores;
        };

        Evaluation explained = explained(TRIAL, Map.of("metric", "precision", "shapley", 0), both);

        assertThat(explained.importances()).extracting(Importance::feature).containsExactly("country");
        assertThat(explained.findings()).extracting(Finding::verdict).contains(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(explained.findings().getLast().reason())
                .contains("the permutation importance of 'a' is not defined, as precision has no value");
        assertThat(EvaluationJson.read(EvaluationJson.write(explained))).isEqualTo(explained);
    }

    @Test
    void shouldNameWhatIsWrongWithSettings() {
        assertThatThrownBy(() -> read(Map.of("permutations", 1)))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageStartingWith("explain.permutations is 1, must be at least 2");
        assertThatThrownBy(() -> read(Map.of("permutations", 0, "shapley", 0)))
                .hasMessage(
                        "explain.permutations and explain.shapley are both 0, one must not be; leave explain out for no"
                                + " explanation");
        assertThatThrownBy(() -> read(Map.of("features", List.of("a", "agee"))))
                .hasMessage("explain.features names 'agee', which is not among the features that the model is sent: [a,"
                        + " country, count]");
        assertThatThrownBy(() -> read(Map.of("rows", 50_000, "max_evals", 90_000)))
                .hasMessageStartingWith(
                        "explain.max_evals is 90,000, but 851,800 predictions would be asked for (50000 rows, 5"
                                + " permutations of 3 features, 30 rows by 10 pairs of orders of 3); set max_evals higher");
        assertThatThrownBy(() -> read(Map.of("noise", 0.1)))
                .hasMessageStartingWith("explain.noise is unknown; known here: ");
        assertThatThrownBy(() -> explained(TRIAL, Map.of("metric", "rmse"), SOURCE))
                .hasMessageStartingWith("explain: metric 'rmse' is unknown; there are accuracy");
    }

    @Test
    void shouldPassOnWhatTheModelSays() {
        Model broken = rows -> {
            throw new UncheckedIOException("down", new IOException("down"));
        };
        Model stopped = rows -> {
            throw new UncheckedIOException(new InterruptedIOException("stopped"));
        };

        assertThatThrownBy(() -> explained(TRIAL, Map.of(), (features, column) -> broken))
                .isInstanceOf(IOException.class)
                .hasMessage("explain: down");
        assertThatThrownBy(() -> explained(TRIAL, Map.of(), (features, column) -> stopped))
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("stopped");
        assertThatThrownBy(() -> explained(TRIAL, Map.of(), (features, column) -> rows -> new double[] {Double.NaN}))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage("the model gave 1 scores for 500 rows");
    }

    private static ExplanationSettings read(Map<String, ?> settings) {
        return ExplanationReader.read(settings, "explain", List.of("a", "country", "count"));
    }

    private Evaluation explained(Map<String, ?> trial, Map<String, ?> settings, CallableModel source)
            throws IOException {
        return explained(TrialSettingsReader.read(trial, "testModel"), settings, source);
    }

    private Evaluation explained(TrialSettings trial, Map<String, ?> settings, CallableModel source)
            throws IOException {
        return new ModelExplanation(folder, TableOptions.DEFAULT, trial, "t.csv", read(settings), said::add)
                .added(new ModelTrial(folder, TableOptions.DEFAULT, trial).run("t.csv"), source);
    }
}
