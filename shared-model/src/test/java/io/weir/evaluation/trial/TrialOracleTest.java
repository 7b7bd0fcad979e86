package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.Oracles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric that a test of a model shows against scikit-learn's value, from the table on. */
class TrialOracleTest {
    private static final double TOLERANCE = 1e-9;

    @TempDir
    Path folder;

    static List<JsonNode> cases() {
        return Oracles.cases("trials.json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldAgreeWithScikitLearn(JsonNode oracle) throws IOException {
        write("table.csv", oracle.get("columns"));
        if (oracle.get("history").isObject()) {
            write("history.csv", oracle.get("history"));
        }
        Map<String, Object> settings =
                new ObjectMapper().convertValue(oracle.get("settings"), new TypeReference<Map<String, Object>>() {});
        settings.put("replicates", 100);

        Evaluation evaluation = Trials.run(folder, "table.csv", settings);

        JsonNode expected = oracle.get("expected");
        assertThat(expected).isNotEmpty();
        expected.properties().forEach(entry -> {
            MetricResult metric = Objects.requireNonNull(evaluation.metric(entry.getKey()), entry.getKey());
            double value = entry.getValue().doubleValue();
            // Relative where values are large: a percentage of a label of 0 is a number of 16 digits.
            assertThat(metric.value())
                    .as(oracle.get("name").textValue() + ": " + entry.getKey())
                    .isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
        });
    }

    private void write(String name, JsonNode columns) throws IOException {
        List<String> names = new ArrayList<>();
        columns.fieldNames().forEachRemaining(names::add);
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        for (int row = 0; row < columns.get(names.getFirst()).size(); row++) {
            for (int column = 0; column < names.size(); column++) {
                text.append(column == 0 ? "" : ",")
                        .append(columns.get(names.get(column)).get(row).asText());
            }
            text.append('\n');
        }
        Files.writeString(folder.resolve(name), text);
    }
}
