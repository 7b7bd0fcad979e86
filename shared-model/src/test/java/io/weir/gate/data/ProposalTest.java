package io.weir.gate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Column;
import io.weir.schema.Schema;
import io.weir.schema.SchemaYaml;
import io.weir.schema.inference.SchemaProposal;
import io.weir.validation.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gate proposes as a schema, and where it does not. */
class ProposalTest {
    private static final String ROWS = "id,plan,email\n"
            + IntStream.range(0, 200)
                    .mapToObj(i -> i + (i % 2 == 0 ? ",basic," : ",pro,") + "c" + i + "@example.org\n")
                    .collect(Collectors.joining());

    @TempDir
    Path folder;

    private GateTrial trial;

    @BeforeEach
    void begin() throws IOException {
        trial = new GateTrial(folder).write("a.csv", ROWS);
    }

    @Test
    void shouldProposeASchemaThatTheDataPassAndThatIsTheSameEachTime() throws IOException {
        DataGateReport report =
                trial.masking("email").proposing("out/schema.yaml").run("a.csv").report();

        String written = trial.read("out/schema.yaml");
        assertThat(report.proposed()).isEqualTo(new DataGateReport.Proposed("out/schema.yaml", 3));
        assertThat(DataGateJson.read(DataGateJson.write(report)).proposed()).isEqualTo(report.proposed());
        assertThat(written)
                .startsWith(SchemaProposal.MARK + "\nweir_schema: 1\ncolumns:\n  id:\n    type: integer\n")
                .contains("email:\n    sensitive: true\n    missing: 0\n")
                .doesNotContain("example.org", "\\p{L}");
        assertThat(trial.schema("schema.yaml", written)
                        .run("a.csv")
                        .report()
                        .checks()
                        .results())
                .isNotEmpty()
                .allMatch(result -> result.verdict() == Verdict.PASSED);
        assertThat(trial.read("out/schema.yaml")).as("beside what was adopted").isEqualTo(written);

        trial.schema("schema.yaml", "weir_schema: 1\n").run("a.csv");
        assertThat(trial.read("out/schema.yaml")).isEqualTo(written);
    }

    @Test
    void shouldKeepWhatIsKnownAlsoWhereTheDataDoNotHoldIt() throws IOException {
        trial.schema(
                        "columns:\n  plan: {type: text, domain: [basic]}\n  gone: {type: date}\nchecks:\n- rows: {min: 500}\n")
                .masking("plan")
                .proposing("proposed.yaml");

        DataGateReport report = trial.run("a.csv").report();

        Schema proposed = SchemaYaml.read(trial.read("proposed.yaml").getBytes(StandardCharsets.UTF_8), "proposed");
        assertThat(report.proposed()).isEqualTo(new DataGateReport.Proposed("proposed.yaml", 2));
        assertThat(proposed.name()).isEqualTo("trial");
        assertThat(proposed.columns()).extracting(Column::name).containsExactly("plan", "gone", "id", "email");
        assertThat(proposed.columns().getFirst().sensitive()).isTrue();
        assertThat(trial.read("proposed.yaml"))
                .contains("domain:\n    - basic\n", "rows:\n    min: 500\n")
                .doesNotContain("pro\n");
    }

    @Test
    void shouldCarryTheSchemasOfOtherToolsOver() throws IOException {
        trial.schema("suite.json", """
                        {"name": "s", "expectations": [
                          {"type": "expect_column_values_to_be_in_set", "kwargs": {"column": "plan", "value_set": ["basic", "pro"]}},
                          {"type": "expect_column_values_to_match_json_schema", "kwargs": {"column": "id"}}]}
                        """).proposing("schema.yaml").run("a.csv");

        assertThat(trial.read("schema.yaml"))
                .contains("\n# Not carried over: expect_column_values_to_match_json_schema")
                .contains("domain:\n    - basic\n    - pro\n");
    }

    @Test
    void shouldReplaceAProposalAndNothingElse() throws IOException {
        trial.proposing("schema.yaml").run("a.csv");
        trial.run("a.csv");
        String mine = "weir_schema: 1\ncolumns: {id: {type: integer}}\n";
        trial.write("schema.yaml", mine);

        assertThatThrownBy(() -> trial.run("a.csv"))
                .hasMessage("inferredSchema is 'schema.yaml', where a file lies that is no proposal;"
                        + " name another file, or delete that one before");
        trial.schema("schema.yaml", SchemaProposal.MARK + "\n" + mine);
        assertThatThrownBy(() -> trial.run("a.csv"))
                .hasMessage("inferredSchema is 'schema.yaml', which the step reads; name another file");
        assertThat(trial.read("schema.yaml")).endsWith(mine);
    }

    @Test
    void shouldLeaveNoneIfTheDataCanNotBeRead() throws IOException {
        trial.proposing("schema.yaml").run("a.csv");
        trial.write("a.csv", "x\n1\n\"2\n");

        assertThatThrownBy(() -> trial.run("a.csv")).hasMessageContaining("a.csv, row 2");

        assertThat(Files.exists(trial.root.resolve("schema.yaml"))).isFalse();
    }

    @Test
    void shouldRefuseToProposeWhatCanNotBeRead() throws IOException {
        String header = IntStream.range(0, 16_000)
                .mapToObj(i -> "column-" + "x".repeat(240) + i)
                .collect(Collectors.joining(","));
        trial.write("wide.csv", header + "\n" + ",".repeat(15_999) + "\n").proposing("schema.yaml");

        assertThatThrownBy(() -> trial.run("wide.csv"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessageContaining("at most 4194304 can be read");
    }
}
