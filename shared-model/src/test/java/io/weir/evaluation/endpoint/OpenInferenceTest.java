package io.weir.evaluation.endpoint;

import static io.weir.evaluation.endpoint.ServedModel.INFER;
import static io.weir.evaluation.endpoint.ServedModel.METADATA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.trial.ModelTrial;
import io.weir.evaluation.trial.PredictedColumns;
import io.weir.evaluation.trial.TrialSettingsReader;
import io.weir.table.TableException;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenInferenceTest {
    @TempDir
    Path folder;

    private final ServedModel served = new ServedModel().withLinearModel();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void shouldAskForAllRowsInBatchesAndKeepTheirOrder() throws IOException {
        ServedModel.table(folder.resolve("t.csv"), 1_005);

        PredictedColumns predicted = predict(Map.of("batch", 100, "concurrency", 4));

        double[] scores = Objects.requireNonNull(predicted.numbers().get("p"));
        assertThat(scores).hasSize(1_005);
        for (int row = 0; row < scores.length; row++) {
            assertThat(scores[row]).isEqualTo(ServedModel.score(ServedModel.a(row), ServedModel.b(row)));
        }
        assertThat(served.requests).hasSize(11);
    }

    @Test
    void shouldGiveATrialWhatAFileOfPredictionsGives() throws IOException {
        ServedModel.table(folder.resolve("t.csv"), 500);
        StringBuilder file = new StringBuilder("y,p\n");
        for (int row = 0; row < 500; row++) {
            file.append(row % 3 == 0 ? 1 : 0)
                    .append(',')
                    .append(ServedModel.score(ServedModel.a(row), ServedModel.b(row)))
                    .append('\n');
        }
        Files.writeString(folder.resolve("scores.csv"), file);
        ModelTrial trial = new ModelTrial(
                folder,
                TableOptions.DEFAULT,
                TrialSettingsReader.read(Map.of("label", "y", "score", "p", "model", "churn"), "testModel"));

        Evaluation asked = trial.run("t.csv", predict(Map.of()));

        assertThat(asked).isEqualTo(trial.run("scores.csv"));
    }

    @Test
    void shouldSendOneTensorInTheTypeThatTheModelStates() throws IOException {
        served.json(METADATA, request -> "{'inputs':[{'name':'x','datatype':'FP32','shape':[-1,2]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,b,a\n1,2,0.1\n0,3,0.2\n");

        predict(Map.of());

        JsonNode tensor = served.requests.getFirst().path("inputs").get(0);
        assertThat(tensor)
                .hasToString("{\"name\":\"x\",\"shape\":[2,2],\"datatype\":\"FP32\",\"data\":[0.1,2.0,0.2,3.0]}");
    }

    @Test
    void shouldSendATensorForEachFeatureOfItsOwnType() throws IOException {
        served.json(
                METADATA,
                request -> "{'inputs':[{'name':'age','datatype':'UINT64','shape':[-1]},"
                        + "{'name':'country','datatype':'BYTES','shape':[-1,1]},"
                        + "{'name':'member','datatype':'BOOL','shape':[-1,1]}]}");
        served.json(INFER, request -> "{'outputs':[{'name':'p','shape':[1],'datatype':'FP64','data':[0.5]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,member,country,age\n1,True,007,18446744073709551615\n");

        predict(Map.of("features", List.of("age", "country", "member")));

        assertThat(served.requests.getFirst().path("inputs"))
                .hasToString(
                        "[{\"name\":\"age\",\"shape\":[1],\"datatype\":\"UINT64\",\"data\":[18446744073709551615]},"
                                + "{\"name\":\"country\",\"shape\":[1,1],\"datatype\":\"BYTES\",\"data\":[\"007\"]},"
                                + "{\"name\":\"member\",\"shape\":[1,1],\"datatype\":\"BOOL\",\"data\":[true]}]");
    }

    @Test
    void shouldTellTypesFromTheDataIfTheModelDoesNot() throws IOException {
        served.json(INFER, request -> "{'outputs':[{'name':'p','shape':[2],'datatype':'FP64','data':[0.5,1]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,n,d,t,f\n1,1,0.5,x,true\n0,2,1,y,false\n");

        predict(Map.of("features", List.of("n", "d", "t", "f")));

        assertThat(served.requests.getFirst().path("inputs"))
                .extracting(tensor -> tensor.path("datatype").textValue())
                .containsExactly("INT64", "FP64", "BYTES", "BOOL");
    }

    @Test
    void shouldNameValuesOfARowByPlaceAndGiveTheNamesThatWereAskedFor() throws IOException {
        served.json(
                INFER,
                request -> "{'outputs':[{'name':'label','shape':[2,1],'datatype':'BYTES','data':['no','yes']},"
                        + "{'name':'proba','shape':[2,2],'datatype':'FP32','data':[[0.9,0.1],[0.2,0.8]]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,a,b\n1,2,0.1\n0,3,0.2\n");

        assertThat(predict(Map.of()).numbers().get("proba[1]")).containsExactly(0.1, 0.8);
        assertThat(predict(Map.of()).texts().get("label")).containsExactly("no", "yes");

        PredictedColumns named = predict(Map.of("outputs", Map.of("p", "proba[1]")));
        assertThat(named.numbers()).containsOnlyKeys("p");
        assertThat(named.texts()).isEmpty();
        assertThat(served.requests.getLast().path("outputs")).hasToString("[{\"name\":\"proba\"}]");
    }

    @Test
    void shouldAskForTheVersion() throws IOException {
        served.on(METADATA + "/versions/7/ready", (exchange, request) -> ServedModel.reply(exchange, 200, ""))
                .json(METADATA + "/versions/7", request -> "{}")
                .json(
                        METADATA + "/versions/7/infer",
                        request -> "{'outputs':[{'name':'p','shape':[1],'datatype':'INT64','data':[1]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,a,b\n1,2,0.1\n");

        assertThat(predict(Map.of("version", "7")).numbers().get("p")).containsExactly(1);
    }

    @Test
    void shouldRefuseFeaturesThatTheModelDoesNotTake() {
        served.json(
                METADATA,
                request -> "{'inputs':[{'name':'a','datatype':'FP64','shape':[-1]},"
                        + "{'name':'c','datatype':'FP64','shape':[-1]}]}");

        assertThatThrownBy(() -> predict(Map.of()))
                .isInstanceOf(EndpointException.class)
                .hasMessageStartingWith(served.url() + METADATA + ": the model takes the inputs")
                .hasMessageContaining("which the features [a, b] are not");
    }

    @Test
    void shouldNameTheCellThatCannotBeSent() throws IOException {
        served.json(METADATA, request -> "{'inputs':[{'name':'x','datatype':'INT8','shape':[-1,2]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,a,b\n1,2,3\n0,128,3\n");

        assertThatThrownBy(() -> predict(Map.of()))
                .isInstanceOf(TableException.class)
                .hasMessage("t.csv, row 2, column 'a': is '128', which is no INT8; correct the data, or the type of the"
                        + " feature");
    }

    @Test
    void shouldSendMissingValuesAsToldOnly() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "y,a,b\n1,,0.5\n");

        assertThatThrownBy(() -> predict(Map.of()))
                .hasMessageStartingWith("t.csv, row 1, column 'a': has no value, which this protocol can't say");
        predict(Map.of("missing", -1));
        predict(Map.of("missing", "null"));

        assertThat(served.requests)
                .extracting(
                        request -> request.path("inputs").get(0).path("data").toString())
                .containsExactly("[-1.0,0.5]", "[null,0.5]");
    }

    @Test
    void shouldNotLetAPredictionHideAColumn() throws IOException {
        served.json(INFER, request -> "{'outputs':[{'name':'y','shape':[1],'datatype':'INT64','data':[1]}]}");
        Files.writeString(folder.resolve("t.csv"), "y,a,b\n0,2,0.1\n");

        assertThatThrownBy(() -> predict(Map.of()))
                .hasMessageContaining(
                        "has the output 'y', and the table a column of that name; name the model's otherwise");
    }

    private PredictedColumns predict(Map<String, ?> more) throws IOException {
        try (ModelEndpoint endpoint = ModelEndpoint.connect(served.settings(more), NetworkPolicy.LOCAL, null)) {
            return endpoint.predict(folder, "t.csv", TableOptions.DEFAULT, 10_000);
        }
    }
}
