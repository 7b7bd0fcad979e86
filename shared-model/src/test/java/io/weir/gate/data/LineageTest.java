package io.weir.gate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.drift.DriftSettings;
import io.weir.lineage.LakeFsClone;
import io.weir.schema.Gravity;
import io.weir.validation.CheckResult;
import io.weir.validation.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gate's run as OpenLineage events, and the versions that DVC and lakeFS give its data. */
class LineageTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROWS = "age,email\n1,a@b\n2,c@d\n";
    private static final String COMMIT = "ab".repeat(32);

    @TempDir
    Path folder;

    private GateTrial trial;

    @BeforeEach
    void begin() throws IOException {
        trial = new GateTrial(folder).write("train.csv", ROWS).telling("out/lineage.json", "");
    }

    private List<JsonNode> events() throws IOException {
        JsonSchema contract = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/contracts/lineage-event.schema.json")));
        List<JsonNode> events = new ArrayList<>();
        for (String line : trial.read("out/lineage.json").split("\n", -1)) {
            if (!line.isEmpty()) {
                events.add(MAPPER.readTree(line));
            }
        }
        assertThat(events)
                .allSatisfy(event -> assertThat(contract.validate(event)).isEmpty());
        return events;
    }

    private static String md5(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String dvc(String path, String content) {
        return "outs:\n- md5: " + md5(content) + "\n  size: " + content.length() + "\n  hash: md5\n  path: " + path
                + "\n";
    }

    @Test
    void shouldTellBeginAndEndWithVersionColumnsQualityAndChecks() throws IOException {
        trial.schema("columns: {age: {type: integer, missing: 0, range: {max: 1}}, email: {pattern: '@'}}")
                .masking("email");

        DataGateReport report = trial.run("train.csv").report();

        assertThat(DataGateJson.read(DataGateJson.write(report)).source()).isEqualTo(report.source());
        List<JsonNode> events = events();
        assertThat(events).extracting(event -> event.path("eventType").asText()).containsExactly("START", "FAIL");
        assertThat(events)
                .extracting(event -> event.path("eventTime").asText())
                .containsExactly("2026-11-01T11:59:00Z", "2026-11-01T12:00:00Z");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at("/run/runId").asText())
                    .isEqualTo(GateTrial.RUN.id().toString());
            assertThat(event.at("/job/namespace").asText()).isEqualTo("https://ci.example.org");
            assertThat(event.at("/job/name").asText()).isEqualTo("churn/train");
            assertThat(event.at("/inputs/0/namespace").asText()).isEqualTo("file");
            assertThat(event.at("/inputs/0/name").asText()).isEqualTo("churn/train/train.csv");
            assertThat(event.at("/inputs/0/facets/version/datasetVersion").asText())
                    .isEqualTo(report.data().digest());
        });
        JsonNode end = events.getLast();
        assertThat(end.at("/run/facets/errorMessage/message").asText()).contains("age.range");
        assertThat(end.at("/inputs/0/facets/schema/fields").toString())
                .isEqualTo("[{\"name\":\"age\",\"type\":\"integer\"},{\"name\":\"email\",\"type\":\"text\"}]");
        JsonNode metrics = end.at("/inputs/0/inputFacets/dataQualityMetrics");
        assertThat(metrics.path("rowCount").asInt()).isEqualTo(2);
        assertThat(metrics.path("bytes").asInt()).isEqualTo(ROWS.length());
        assertThat(metrics.at("/columnMetrics/age/max").asInt()).isEqualTo(2);
        assertThat(end.at("/inputs/0/inputFacets/dataQualityAssertions/assertions"))
                .extracting(JsonNode::toString)
                .contains(
                        "{\"assertion\":\"range\",\"success\":false,\"column\":\"age\"}",
                        "{\"assertion\":\"missing\",\"success\":true,\"column\":\"age\"}");
        assertThat(trial.read("out/lineage.json")).doesNotContain("a@b", "c@d");
    }

    @Test
    void shouldCompleteARunThatIsUnstableAndCallDataByTheirName() throws IOException {
        trial.schema("columns: {age: {range: {max: 1, severity: warning}}}").telling("out/lineage.json", "churn");

        trial.run("train.csv");

        JsonNode end = events().getLast();
        assertThat(end.path("eventType").asText()).isEqualTo("COMPLETE");
        assertThat(end.path("run").has("facets")).isFalse();
        assertThat(end.at("/inputs/0/namespace").asText()).isEqualTo("https://ci.example.org");
        assertThat(end.at("/inputs/0/name").asText()).isEqualTo("churn");
    }

    @Test
    void shouldTellThatDataCouldNotBeReadAndLeaveNothingElse() throws IOException {
        trial.write("train.csv", "x\n1\n\"2\n");

        assertThatThrownBy(() -> trial.run("train.csv")).hasMessageContaining("train.csv, row 2");

        JsonNode end = events().getLast();
        assertThat(end.path("eventType").asText()).isEqualTo("FAIL");
        assertThat(end.at("/run/facets/errorMessage/message").asText()).contains("train.csv, row 2");
        assertThat(trial.leftOvers("train.csv", "lineage.json")).isEmpty();
    }

    @Test
    void shouldNotWriteEventsOverTheData() throws IOException {
        trial.telling("train.csv", "");

        assertThatThrownBy(() -> trial.run("train.csv")).hasMessageContaining("which the step reads");

        assertThat(trial.read("train.csv")).isEqualTo(ROWS);
    }

    @Test
    void shouldNotTellWithoutAVersion() {
        DataGateSettings.Outputs outputs = new DataGateSettings.Outputs("", "", "", "", "l.json");

        assertThatThrownBy(() -> new DataGateSettings(
                        List.of("a.csv"),
                        "",
                        "",
                        Set.of(),
                        DriftSettings.defaults(),
                        Gravity.ERROR,
                        Set.of(),
                        false,
                        "",
                        GateTrial.RUN,
                        outputs,
                        1,
                        1))
                .hasMessageContaining("lineage is 'l.json', which tells the version of the data, but digest is false");
    }

    @Test
    void shouldTakeTheVersionOfDvcIfTheDataAreWhatItTracks() throws IOException {
        trial.write("train.csv.dvc", dvc("train.csv", ROWS)).write("other.csv.dvc", dvc("other.csv", "x"));

        assertThat(tracked("train.csv")).containsExactly("dvc train.csv PASSED");
        assertThat(events().getLast()
                        .at("/inputs/0/facets/version/datasetVersion")
                        .asText())
                .isEqualTo("md5:" + md5(ROWS));

        trial.write("train.csv", ROWS + "3,e@f\n");
        assertThat(tracked("train.csv")).containsExactly("dvc train.csv FAILED");
        assertThat(events().getLast()
                        .at("/inputs/0/facets/version/datasetVersion")
                        .asText())
                .startsWith("weir-files-1:");
        assertThat(events().getLast().path("eventType").asText()).isEqualTo("FAIL");
    }

    @Test
    void shouldCompareFoldersThatAreMostlyLookedAt() throws IOException {
        String listing = "[{\"md5\": \"" + md5("x\n1\n") + "\", \"relpath\": \"a.csv\"}]";
        trial.write("data/train/a.csv", "x\n1\n");
        String folder = "outs:\n- md5: " + md5(listing) + ".dir\n  size: %d\n  nfiles: 1\n  hash: md5\n  path: train\n";

        trial.write("data/train.dvc", folder.formatted(4));
        assertThat(tracked("data/train/*.csv")).containsExactly("dvc data/train PASSED");
        assertThat(events().getLast()
                        .at("/inputs/0/facets/version/datasetVersion")
                        .asText())
                .isEqualTo("md5:" + md5(listing) + ".dir");

        trial.write("data/train.dvc", folder.formatted(9));
        assertThat(tracked("data/train/*.csv")).containsExactly("dvc data/train UNDECIDED");
    }

    @Test
    void shouldSayThatADvcFileCanNotBeUsed() throws IOException {
        trial.write("train.csv.dvc", "outs: []\n");

        assertThat(trial.run("train.csv").report().checks().results())
                .filteredOn(result -> result.name().startsWith("dvc "))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
                    assertThat(result.reason()).contains("the DVC file 'train.csv.dvc' can't be used: outs must be");
                });
    }

    private List<String> tracked(String data) throws IOException {
        return trial.run(data).report().checks().results().stream()
                .filter(result -> result.name().startsWith("dvc "))
                .map((CheckResult result) -> result.name() + " " + result.verdict())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "lakefs://ml-data/main/sets/churn/, clone/a.csv, sets/churn/a.csv",
        "lakefs://ml-data/main/sets, clone/*.csv, sets",
        "lakefs://ml-data/main, clone/a.csv, a.csv"
    })
    void shouldTakePlaceAndVersionOfALakeFsClone(String source, String data, String name) throws IOException {
        trial.write("clone/a.csv", "x\n1\n")
                .write("clone/" + LakeFsClone.FILE, "src: " + source + "\nat_head: " + COMMIT + "\noperation: \"\"\n");
        if (data.contains("*")) {
            trial.write("clone/b.csv", "x\n2\n");
        }

        trial.run(data);

        JsonNode input = events().getLast().at("/inputs/0");
        assertThat(input.path("namespace").asText()).isEqualTo("lakefs://ml-data");
        assertThat(input.path("name").asText()).isEqualTo(name);
        assertThat(input.at("/facets/version/datasetVersion").asText()).isEqualTo(COMMIT);
    }

    @Test
    void shouldNotBelieveALakeFsCloneThatNamesNone() throws IOException {
        trial.write(LakeFsClone.FILE, "src: https://example.org\nat_head: 1\n");

        assertThat(trial.run("train.csv").report().checks().results())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.name()).isEqualTo("lakefs train.csv");
                    assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
                    assertThat(result.reason())
                            .isEqualTo("'.lakefs_ref.yaml' can't be used: 'https://example.org' is not of the form"
                                    + " lakefs://repository/reference/path");
                });
        assertThat(events().getLast().at("/inputs/0/namespace").asText()).isEqualTo("file");
    }
}
