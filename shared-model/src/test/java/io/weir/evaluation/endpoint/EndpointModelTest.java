package io.weir.evaluation.endpoint;

import static io.weir.evaluation.endpoint.ServedModel.INFER;
import static io.weir.evaluation.endpoint.ServedModel.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.explain.Feature;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.explain.Model;
import io.weir.evaluation.trial.ExplanationReader;
import io.weir.evaluation.trial.ModelExplanation;
import io.weir.evaluation.trial.ModelTrial;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.evaluation.trial.TrialSettingsReader;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served model is called as {@link Model}. */
class EndpointModelTest {
    private static final List<Feature> FEATURES = List.of(Feature.whole("b"), Feature.number("a"));

    @TempDir
    Path folder;

    private final ServedModel served = new ServedModel().withLinearModel();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void shouldScoreRowsInBatchesAndTheModelsOrderOfFeatures() throws IOException {
        double[][] rows = new double[25][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {row, row / 8.0};
        }

        double[] scores = with(Map.of("batch", 10), model -> model.checkedScores(rows));

        assertThat(served.requests).hasSize(3);
        for (int row = 0; row < rows.length; row++) {
            assertThat(scores[row]).isEqualTo(ServedModel.score(row / 8.0, row));
        }
    }

    @Test
    void shouldSendNoiseAsTheNearestValueOfTheType() throws IOException {
        with(Map.of("types", Map.of("b", "UINT8")), model -> model.scores(new double[][] {{-3, 0.5}, {7.6, 1}}));

        assertThat(served.requests.getFirst().path("inputs").get(0).path("data"))
                .hasToString("[0.5,0,1.0,8]");
    }

    @Test
    void shouldSendCategoriesAsTexts() throws IOException {
        List<Feature> texts = List.of(Feature.category("a", List.of("x", "y")), Feature.category("b", List.of("true")));
        served.json(
                ServedModel.INVOCATIONS,
                request -> "{'predictions':" + ServedModel.list(ServedModel.rows(request), row -> 1) + "}");
        EndpointSettings settings = served.settings(Map.of("protocol", "mlflow"));

        try (ModelEndpoint endpoint = ModelEndpoint.connect(settings, NetworkPolicy.LOCAL, null)) {
            endpoint.model(texts, "prediction").checkedScores(new double[][] {{1, 0}, {Double.NaN, 0}});
        }

        assertThat(served.requests.getFirst().path("dataframe_split").path("data"))
                .hasToString("[[\"y\",true],[null,true]]");
    }

    @Test
    void shouldPassOnWhatIsWrongWithAnAnswer() {
        served.on(INFER, (exchange, request) -> reply(exchange, 500, ""));

        assertThatThrownBy(() -> with(Map.of(), model -> model.scores(new double[][] {{1, 2}})))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("batch 1 (rows 1 to 1): answered 500");
    }

    @Test
    void shouldNameAColumnThatTheAnswerDoesNotHave() throws IOException {
        EndpointSettings settings = served.settings(Map.of());
        try (ModelEndpoint endpoint = ModelEndpoint.connect(settings, NetworkPolicy.LOCAL, null)) {
            assertThatThrownBy(() -> endpoint.model(FEATURES, "q").scores(new double[][] {{1, 2}}))
                    .hasMessageContaining("the answer has no numbers 'q', only the numbers [p]");
            assertThatThrownBy(() -> endpoint.model(List.of(Feature.number("a")), "p"))
                    .hasMessage("the model is sent the feature 'b', which is not among [a]");
        }
    }

    @Test
    void shouldBeTestedAndExplainedInOneGo() throws IOException {
        ServedModel.table(folder.resolve("t.csv"), 300);
        EndpointSettings settings = served.settings(Map.of());
        TrialSettings trial = TrialSettingsReader.read(Map.of("label", "y", "score", "p"), "testModel");

        try (ModelEndpoint endpoint = ModelEndpoint.connect(settings, NetworkPolicy.LOCAL, null)) {
            Evaluation tested = new ModelTrial(folder, TableOptions.DEFAULT, trial)
                    .run("t.csv", endpoint.predict(folder, "t.csv", TableOptions.DEFAULT, 1_000));
            Evaluation explained = new ModelExplanation(
                            folder,
                            TableOptions.DEFAULT,
                            trial,
                            "t.csv",
                            ExplanationReader.read(Map.of(), "testModel.explain", settings.features()),
                            line -> {})
                    .added(tested, endpoint::model);

            assertThat(explained.importances()).extracting(Importance::feature).containsExactly("a", "b", "a", "b");
            assertThat(explained.importances().get(0).value())
                    .isGreaterThan(explained.importances().get(1).value());
        }
    }

    private interface Use {
        double[] of(Model model);
    }

    private double[] with(Map<String, ?> more, Use use) throws IOException {
        try (ModelEndpoint endpoint = ModelEndpoint.connect(served.settings(more), NetworkPolicy.LOCAL, null)) {
            return use.of(endpoint.model(FEATURES, "p"));
        }
    }
}
