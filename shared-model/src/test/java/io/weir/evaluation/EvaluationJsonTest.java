package io.weir.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.evaluation.explain.Importance;
import io.weir.evaluation.slice.Condition;
import io.weir.evaluation.verdict.Threshold;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void shouldReadWhatItWrites() throws IOException {
        Evaluation evaluation = ScoredRows.thorough(2_000).evaluate();

        byte[] written = EvaluationJson.write(evaluation);

        assertThat(EvaluationJson.read(written)).isEqualTo(evaluation);
        assertThat(schema().validate(MAPPER.readTree(written))).isEmpty();
    }

    @Test
    void shouldReadTheContractsExample() throws IOException {
        String example = example();

        Evaluation evaluation = EvaluationJson.read(example.getBytes(StandardCharsets.UTF_8));

        assertThat(evaluation.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(MAPPER.readTree(EvaluationJson.write(evaluation))).isEqualTo(MAPPER.readTree(example));
        assertThat(schema().validate(MAPPER.readTree(example))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1|\"version\": 2|version is 2, must be a whole number from 1 to 1",
                "\"task\": \"binary\"|\"task\": \"magic\"|task: 'magic' must be one of binary, multiclass",
                "\"verdict\": \"insufficient_evidence\",  \"metrics\"|\"verdict\": \"pass\",  \"metrics\"|verdict is 'pass', but the judgements say 'insufficient_evidence'",
                "\"kind\": \"at_least\"|\"kind\": \"roughly\"|judgements[0].kind: kind is 'roughly', must be one of at_least",
                "\"metric\": \"roc_auc\"|\"metric\": \"<b>\"|metric: '<b>' must match",
                "\"method\": \"permutation\"|\"method\": \"lime\"|importances[0].method: 'lime' must be one of permutation, shapley",
                "\"baseline_deviation\": 0.005|\"baseline_deviation\": -1|importances[0].baseline_deviation is -1, must be a number from 0",
                "\"disturbance\": \"noise\"|\"disturbance\": \"fog\"|robustness[0].disturbance: 'fog' is no disturbance; there are noise, missing",
                "\"share\": 0.1|\"share\": 101|robustness[0].share is 101, must be a number from 0.0 to 100.0",
                "\"replicates\": 1000|\"replicates\": 1|bootstrap.replicates is 1, must be a whole number from 100",
            })
    void shouldNameFieldValueAndLimitOfWhatIsWrong(String good, String bad, String message) throws IOException {
        String document = example().replace("\n", "");
        assertThat(document).contains(good);

        byte[] changed = document.replace(good, bad).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EvaluationJson.read(changed))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldReadResultsOfBeforeThereWasRobustness() {
        Evaluation evaluation = ScoredRows.thorough(500).evaluate();

        byte[] written = EvaluationJson.write(evaluation);

        assertThat(new String(written, StandardCharsets.UTF_8)).doesNotContain("robustness");
        assertThat(EvaluationJson.read(written).robustness()).isEmpty();
    }

    @Test
    void shouldHaveRoomForTheImportancesOfManyFeatures() throws IOException {
        Importance importance =
                new Importance("permutation", "average_precision", "f".repeat(300), 0.1, 0.01, 0.2, 0.02);

        byte[] written = EvaluationJson.write(ScoredRows.thorough(500).evaluate().toBuilder()
                .importances(Collections.nCopies(1_000, importance))
                .build());

        assertThat(EvaluationJson.read(written).importances()).hasSize(400);
        assertThat(schema().validate(MAPPER.readTree(written))).isEmpty();
    }

    @Test
    void shouldStayReadableHoweverManySlicesThereAre() {
        Evaluation small =
                ScoredRows.evaluator(500).require(Threshold.atLeast("f1", 0.1)).evaluate();
        List<Condition> longOnes = Collections.nCopies(5, new Condition("c".repeat(300), "\u0001".repeat(300)));
        SliceResult slice = new SliceResult(longOnes, 500, small.metrics());

        byte[] written = EvaluationJson.write(
                small.toBuilder().slices(Collections.nCopies(1_000, slice)).build());

        assertThat(written).hasSizeLessThanOrEqualTo(StrictJson.MAX_BYTES);
        assertThat(EvaluationJson.read(written).slices()).hasSizeBetween(25, 100);
    }

    private static String example() throws IOException {
        return Files.readString(CONTRACTS.resolve("evaluation.example.json"));
    }

    private static JsonSchema schema() throws IOException {
        JsonNode text = MAPPER.readTree(Files.readString(CONTRACTS.resolve("evaluation.schema.json")));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    }
}
