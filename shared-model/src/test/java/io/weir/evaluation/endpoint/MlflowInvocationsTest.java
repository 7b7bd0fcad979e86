package io.weir.evaluation.endpoint;

import static io.weir.evaluation.endpoint.ServedModel.INVOCATIONS;
import static io.weir.evaluation.endpoint.ServedModel.list;
import static io.weir.evaluation.endpoint.ServedModel.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.evaluation.trial.PredictedColumns;
import io.weir.table.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowInvocationsTest {
    @TempDir
    Path folder;

    private final ServedModel served = new ServedModel();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void shouldSendASplitFrameWithNullsForMissingValues() throws IOException {
        served.json(INVOCATIONS, request -> "{'predictions':" + list(rows(request), row -> row / 4.0) + "}");
        Files.writeString(folder.resolve("t.csv"), "y,b,a\n1,x,0.5\n0,,\n1,z,2\n");

        PredictedColumns predicted = predict(Map.of());

        assertThat(served.requests.getFirst())
                .hasToString("{\"dataframe_split\":{\"columns\":[\"a\",\"b\"],"
                        + "\"data\":[[0.5,\"x\"],[null,null],[2.0,\"z\"]]}}");
        assertThat(predicted.numbers().get("prediction")).containsExactly(0, 0.25, 0.5);
    }

    @Test
    void shouldTakeClassesAsText() throws IOException {
        served.json(INVOCATIONS, request -> "{'predictions':" + list(rows(request), row -> "'c" + row + "'") + "}");
        ServedModel.table(folder.resolve("t.csv"), 3);

        assertThat(predict(Map.of()).texts().get("prediction")).containsExactly("c0", "c1", "c2");
    }

    @Test
    void shouldTakeListsOfLists() throws IOException {
        served.json(
                INVOCATIONS, request -> "{'predictions':" + list(rows(request), row -> "[0." + row + ", 0.5]") + "}");
        ServedModel.table(folder.resolve("t.csv"), 25);

        double[] first = predict(Map.of("batch", 10)).numbers().get("prediction[0]");

        assertThat(first).hasSize(25).startsWith(0, 0.1, 0.2).endsWith(0.3, 0.4);
    }

    @Test
    void shouldTakeListsOfObjects() throws IOException {
        served.json(
                INVOCATIONS,
                request -> "{'predictions':" + list(rows(request), row -> "{'label':'n','churn':true,'p':" + row + "}")
                        + "}");
        ServedModel.table(folder.resolve("t.csv"), 2);

        PredictedColumns predicted = predict(Map.of());

        assertThat(predicted.numbers().get("p")).containsExactly(0, 1);
        assertThat(predicted.numbers().get("churn")).containsExactly(1, 1);
        assertThat(predicted.texts().get("label")).containsExactly("n", "n");
    }

    @Test
    void shouldNotConvertWholeNumbers() throws IOException {
        served.json(INVOCATIONS, request -> "{'predictions':[1]}");
        Files.writeString(folder.resolve("t.csv"), "y,a,b\n1,7,9007199254740993\n");

        predict(Map.of());

        assertThat(served.requests.getFirst().path("dataframe_split").path("data"))
                .hasToString("[[7,9007199254740993]]");
    }

    private PredictedColumns predict(Map<String, ?> more) throws IOException {
        Map<String, Object> all = new HashMap<>(more);
        all.put("protocol", "mlflow");
        all.put("features", List.of("a", "b"));
        try (ModelEndpoint endpoint = ModelEndpoint.connect(served.settings(all), NetworkPolicy.LOCAL, null)) {
            return endpoint.predict(folder, "t.csv", TableOptions.DEFAULT, 10_000);
        }
    }
}
