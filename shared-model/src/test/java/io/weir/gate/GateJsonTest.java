package io.weir.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.json.InvalidJsonException;
import io.weir.json.StrictJson;
import io.weir.schema.Gravity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GateJsonTest {
    private static final Path CONTRACTS = Path.of("../docs/contracts");

    @Test
    void shouldReadTheExampleAndWriteItAgain() throws IOException {
        ObjectNode example = example();

        GateResult result = GateJson.read(example);

        assertThat(result.verdict()).isEqualTo(GateVerdict.FAILED);
        assertThat(result.passed()).isFalse();
        assertThat(result.findings()).extracting(GateFinding::column).containsExactly("plan", "age", "tips");
        assertThat(GateJson.toNode(result)).hasToString(example.toString());
        assertThat(schema().validate(example)).isEmpty();
    }

    @Test
    void shouldWriteOnlyWhatIsKnown() throws IOException {
        GateResult bare = result(List.of());

        ObjectNode written = GateJson.toNode(bare);

        assertThat(written.has("data")).isFalse();
        assertThat(written.has("baseline")).isFalse();
        assertThat(schema().validate(written)).isEmpty();
        assertThat(GateJson.read(GateJson.write(bare))).isEqualTo(bare);
    }

    @Test
    void shouldListTheWorstAndCountTheOthers() throws IOException {
        List<GateFinding> findings = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            findings.add(finding(i == 9_999 ? FindingOutcome.FAILED : FindingOutcome.PASSED));
        }

        ObjectNode written = GateJson.toNode(result(findings));

        assertThat(written.at("/findings")).hasSize(GateJson.MAX_FINDINGS);
        assertThat(written.at("/findings/0/outcome").asText()).isEqualTo("failed");
        assertThat(written.at("/findings_omitted").asInt()).isEqualTo(9_800);
        assertThat(written.at("/counts/passed").asInt()).isEqualTo(9_999);
        assertThat(StrictJson.write(written).length).isLessThan(StrictJson.MAX_BYTES);
        assertThat(schema().validate(written)).isEmpty();
        assertThat(GateJson.read(written).findings()).hasSize(GateJson.MAX_FINDINGS);
    }

    @Test
    void shouldRefuseWhatIsNotAResult() throws IOException {
        refuses(tree -> tree.put("kind", "weir.profile"), "kind: 'weir.profile' is not allowed");
        refuses(tree -> tree.put("version", 2), "version is 2");
        refuses(tree -> tree.put("id", "a/b"), "id: 'a/b' is not allowed");
        refuses(tree -> tree.put("gate", "rm -rf"), "gate: 'rm -rf' is not allowed");
        refuses(tree -> tree.put("verdict", "good"), "'good' is no verdict");
        refuses(tree -> tree.put("extra", 1), "extra is unknown");
        refuses(tree -> tree.put("started_at", "yesterday"), "started_at is \"yesterday\"");
        refuses(tree -> tree.put("reason", "r".repeat(2_001)), "at most 2000 characters");
        refuses(tree -> ((ObjectNode) tree.get("build")).put("url", "javascript:alert(1)"), "build.url");
        refuses(tree -> ((ObjectNode) tree.get("build")).put("number", 0), "build.number is 0");
        refuses(tree -> ((ObjectNode) tree.get("data")).put("digest", "a b"), "data.digest");
        refuses(tree -> ((ObjectNode) tree.get("counts")).put("failed", 1), "more are listed");
        refuses(tree -> ((ObjectNode) tree.at("/findings/0")).put("outcome", "bad"), "findings[0].outcome");
        refuses(
                tree -> {
                    ArrayNode findings = (ArrayNode) tree.get("findings");
                    for (int i = 0; i < 200; i++) {
                        findings.add(findings.get(2).deepCopy());
                    }
                },
                "at most 200 are allowed");
    }

    @Test
    void shouldGiveOneIdToOneRun() {
        GateBuild build = new GateBuild("ml/churn", 42, null);
        Instant at = Instant.parse("2026-11-26T03:02:11Z");

        assertThat(GateResult.idOf("validateData", build, at, "7"))
                .hasSize(32)
                .isEqualTo(GateResult.idOf("validateData", new GateBuild("ml/churn", 42, null), at, "7"))
                .isNotEqualTo(GateResult.idOf("validateData", build, at, "8"))
                .isNotEqualTo(GateResult.idOf("validateData", new GateBuild("ml/churn", 43, null), at, "7"));
    }

    private static GateResult result(List<GateFinding> findings) {
        return new GateResult(
                "a1",
                "validateData",
                "rows",
                GateVerdict.PASSED,
                "All checks hold.",
                Instant.parse("2026-11-26T03:02:11Z"),
                5,
                new GateBuild("rows", 1, null),
                null,
                null,
                null,
                GateCounts.of(findings),
                List.of(
                        new GateMetric("roc_auc", 0.84, 0.81, 0.87),
                        new GateMetric("max_error", 3, Double.NaN, Double.NaN)),
                findings,
                0);
    }

    private static GateFinding finding(FindingOutcome outcome) {
        return new GateFinding(
                GateFinding.CHECK, "n".repeat(500), "c".repeat(500), Gravity.WARNING, outcome, "r".repeat(900));
    }

    private static void refuses(Consumer<ObjectNode> change, String message) throws IOException {
        ObjectNode tree = example();
        change.accept(tree);
        assertThatThrownBy(() -> GateJson.read(tree))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining(message);
    }

    private static ObjectNode example() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(CONTRACTS.resolve("gate.example.json")));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("gate.schema.json")));
    }
}
