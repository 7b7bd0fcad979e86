package io.weir.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import io.weir.schema.Gravity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");

    @TempDir
    Path folder;

    @Test
    void shouldReadTheExampleAndWriteItAgain() throws IOException {
        ObjectNode example = example();

        ValidationResult result = read(example);

        assertThat(result.failed(Gravity.ERROR)).extracting(CheckResult::name).containsExactly("payment_type.domain");
        assertThat(ValidationJson.write(result)).hasToString(example.toString());
        assertThat(schema().validate(example)).isEmpty();
    }

    @Test
    void shouldWriteWhatTheContractAllows() throws IOException {
        ValidationResult result = Trial.in(folder)
                .write("rows.csv", "a,b\n1,x\n2,\n" + "3,\"" + "y".repeat(5_000) + "\"\n")
                .run(
                        "columns: {a: {range: {max: 1}}, b: {missing: 0, length: 1, unique: true}, c: {type: any}}",
                        "rows.csv");

        ObjectNode written = ValidationJson.write(result);

        assertThat(schema().validate(written)).isEmpty();
        assertThat(read(written).failed(Gravity.ERROR)).hasSize(4);
    }

    @Test
    void shouldStaySmallWhateverTheResult() throws IOException {
        List<Example> examples = Collections.nCopies(20, new Example("f".repeat(900), 1, "v".repeat(900)));
        List<CheckResult> results = IntStream.range(0, 40_000)
                .mapToObj(i -> new CheckResult(
                        "n".repeat(600) + i,
                        Collections.nCopies(200, "c".repeat(600)),
                        Gravity.ERROR,
                        i == 39_999 ? Verdict.FAILED : Verdict.PASSED,
                        10,
                        1,
                        "o".repeat(600),
                        "r".repeat(3_000),
                        examples))
                .toList();

        ObjectNode written = ValidationJson.write(new ValidationResult("s", 1, 1, results, null, 0));

        assertThat(StrictJson.write(written).length).isLessThan(StrictJson.MAX_BYTES / 2 + 1);
        assertThat(written.at("/checks").asInt()).isEqualTo(40_000);
        assertThat(written.at("/results/0/verdict").asText()).isEqualTo("failed");
        assertThat(schema().validate(written)).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNotAResult() throws IOException {
        refuses(tree -> tree.put("weir_validation", 2), "weir_validation is 2");
        refuses(tree -> tree.put("rows", -1), "rows is -1");
        refuses(tree -> tree.put("checks", 2), "checks is 2, must be at least the number of results, 3");
        refuses(tree -> tree.put("extra", 2), "extra is unknown");
        refuses(
                tree -> ((ObjectNode) tree.at("/results/0")).put("verdict", "good"),
                "must be passed, failed or undecided");
        refuses(tree -> ((ObjectNode) tree.at("/results/0")).put("failing", 10_000), "results[0].failing is 10000");
        refuses(
                tree -> ((ObjectNode) tree.at("/results/0")).put("reason", "r".repeat(1_001)),
                "at most 1000 characters");
        refuses(tree -> ((ObjectNode) tree.at("/results/0/examples/0")).put("row", 0), "row is 0");
    }

    private static void refuses(Consumer<ObjectNode> change, String message) throws IOException {
        ObjectNode tree = example();
        change.accept(tree);
        assertThatThrownBy(() -> read(tree))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    private static ValidationResult read(ObjectNode tree) {
        return ValidationJson.read(new JsonFields(tree, ""));
    }

    private static ObjectNode example() throws IOException {
        return (ObjectNode)
                new ObjectMapper().readTree(Files.readAllBytes(CONTRACTS.resolve("validation-result.example.json")));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("validation-result.schema.json")));
    }
}
