package io.weir.gate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.drift.DriftVerdict;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateRule;
import io.weir.gate.GateVerdict;
import io.weir.gate.InsufficientEvidence;
import io.weir.gate.SeverityThreshold;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import io.weir.schema.Gravity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataGateTest {
    @TempDir
    Path folder;

    private GateTrial trial;

    @BeforeEach
    void begin() throws IOException {
        trial = new GateTrial(folder);
    }

    @Test
    void shouldReadSeveralPatternsAsOneTableAndHashThem() throws IOException {
        trial.write("a.csv", "x,y\n1,a\n2,b\n")
                .write("more/b.csv", "y,x\nc,3\n")
                .write("more/note.txt", "z\n9\n");

        DataGate.Outcome outcome = trial.run("a.csv", "more/*.csv", "a.csv");

        assertThat(outcome.report().data().rows()).isEqualTo(3);
        assertThat(outcome.report().data().files()).isEqualTo(2);
        assertThat(outcome.report().data().digest()).matches("weir-files-1:[0-9a-f]{64}");
        assertThat(outcome.report().columns()).extracting(ColumnShape::name).containsExactly("x", "y");
    }

    @Test
    void shouldTakeTheSchemasOfOtherToolsAndNameWhatTheyCanNotSay() throws IOException {
        trial.write("a.csv", "x\n1\n2\n").schema("suite.json", """
                        {"name": "s", "expectations": [
                          {"type": "expect_column_max_to_be_between", "kwargs": {"column": "x", "max_value": 1}},
                          {"type": "expect_column_values_to_match_json_schema", "kwargs": {"column": "x"}}]}
                        """);
        assertThat(trial.run("a.csv").report().checks().results())
                .extracting(result -> result.name() + " " + result.verdict())
                .containsExactlyInAnyOrder("x.max FAILED", "not imported 1 UNDECIDED");

        trial.schema("schema.pbtxt", "feature { name: 'x' type: INT int_domain { max: 1 } }");
        assertThat(trial.run("a.csv").report().checks().results())
                .extracting(result -> result.name() + " " + result.verdict())
                .containsExactlyInAnyOrder("x.type PASSED", "x.range FAILED");
    }

    @Test
    void shouldWriteProfileFailuresAndReport() throws IOException {
        trial.write("a.csv", "x\n1\n2\n<&>\n")
                .schema("columns: {x: {type: integer}}")
                .writing("out/p.json", "out/f.csv", "out/r.xml");

        DataGate.Outcome outcome = trial.run("a.csv");

        assertThat(outcome.report().checks().failureFile()).isEqualTo("out/f.csv");
        assertThat(trial.read("out/f.csv")).isEqualTo("file,row,column,value,rule\na.csv,3,x,<&>,x.type\n");
        assertThat(ProfileJson.read(Files.readAllBytes(trial.root.resolve("out/p.json")))
                        .rows())
                .isEqualTo(3);
        assertThat(trial.read("out/r.xml"))
                .contains("tests=\"1\" failures=\"1\"", "<testcase classname=\"weir.check.x\" name=\"x.type\"");
        assertThat(trial.leftOvers("a.csv", "schema.yaml", "p.json", "f.csv", "r.xml"))
                .isEmpty();
    }

    @Test
    void shouldWriteEmptyFailureFileInPlaceOfAnOldOne() throws IOException {
        trial.write("a.csv", "x\n1\n").write("f.csv", "old").writing("", "f.csv", "");

        trial.run("a.csv");

        assertThat(trial.read("f.csv")).isEqualTo("file,row,column,value,rule\n");
    }

    @Test
    void shouldCompareWithBaselineAndDrawBothOnTheSameBars() throws IOException {
        DatasetProfile before =
                trial.write("old.csv", column("x", i -> i % 100)).run("old.csv").profile();
        trial.write("new.csv", column("x", i -> 50 + i % 100));

        DataGateReport report = trial.against(before, "new.csv").report();

        assertThat(Objects.requireNonNull(report.drift()).verdict()).isEqualTo(DriftVerdict.DRIFTED);
        ColumnShape shape = report.columns().getFirst();
        assertThat(shape.before()).hasSameSizeAs(shape.shares());
        assertThat(shape.edges().getFirst()).isLessThan(2);
        assertThat(shape.edges().getLast()).isGreaterThan(147);
        assertThat(shape.shares().getFirst()).isZero();
        assertThat(shape.before().getLast()).isZero();
        assertThat(shape.sentence()).contains("ks of 'x'");
        List<GateFinding> findings = Findings.of(report.checks(), report.drift(), Gravity.ERROR);
        assertThat(GateRule.DEFAULT.judge(findings)).isEqualTo(GateVerdict.FAILED);
    }

    @Test
    void shouldNotCompareIgnoredColumnsAndTellThoseThatAreGone() throws IOException {
        DatasetProfile before =
                trial.write("old.csv", "x,gone,label\n1,2,3\n").run("old.csv").profile();
        trial.write("new.csv", "x\n1\n").ignoring("label", "x");

        DataGateReport report = trial.against(before, "new.csv").report();

        assertThat(Objects.requireNonNull(report.drift()).columns()).isEmpty();
        assertThat(Findings.of(report.checks(), report.drift(), Gravity.ERROR))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.column()).isEqualTo("gone");
                    assertThat(finding.gravity()).isEqualTo(Gravity.WARNING);
                });
    }

    @Test
    void shouldKeepMaskedValuesOutOfEverything() throws IOException {
        trial.write("a.csv", "ssn,x\n123-45-678,1\nbad,2\n")
                .schema("columns: {ssn: {pattern: '^[0-9-]+$'}, x: {range: {max: 1}}}")
                .masking("ssn")
                .writing("p.json", "f.csv", "r.xml");

        DataGate.Outcome outcome = trial.run("a.csv");

        String all = trial.read("p.json")
                + trial.read("f.csv")
                + trial.read("r.xml")
                + new String(DataGateJson.write(outcome.report()), StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("123-45-678", ",bad,", "\"bad\"");
        assertThat(trial.read("f.csv")).contains("a.csv,2,ssn,");
    }

    @Test
    void shouldSurviveTheWayToTheController() throws IOException {
        DatasetProfile before =
                trial.write("old.csv", "x,y\n1,a\n2,b\n").run("old.csv").profile();
        DataGateReport report = trial.write("new.csv", "x,y\n1,a\n,c\n")
                .schema("columns: {x: {missing: 0}}")
                .against(before, "new.csv")
                .report();

        DataGateReport read = DataGateJson.read(DataGateJson.write(report));

        assertThat(DataGateJson.write(read)).isEqualTo(DataGateJson.write(report));
        assertThat(read.columns()).isEqualTo(report.columns());
        assertThat(read.baseline()).isEqualTo(report.baseline());
    }

    @Test
    void shouldNameFileRowAndColumnOfWhatCannotBeRead() throws IOException {
        trial.write("utf.csv", new byte[] {'x', '\n', 'a', '\n', (byte) 0xff, '\n'})
                .write("twice.csv", "x,y,x\n1,2,3\n")
                .write("empty.csv", "")
                .write("quote.csv", "x\n\"open\n")
                .write("cut.parquet", new byte[] {'P', 'A', 'R', '1', 0, 0, 0, 0, 1, 2, 3})
                .write("rows.jsonl", "{\"x\":1}\n[2]\n")
                .writing("p.json", "f.csv", "r.xml");

        refuses(() -> trial.run("utf.csv"), "utf.csv, row 2");
        refuses(() -> trial.run("twice.csv"), "twice.csv: ", "x");
        refuses(() -> trial.run("empty.csv"), "empty.csv: ");
        refuses(() -> trial.run("quote.csv"), "quote.csv, row 1");
        refuses(() -> trial.run("cut.parquet"), "cut.parquet: ");
        refuses(() -> trial.run("rows.jsonl"), "rows.jsonl, row 2");
        refuses(() -> trial.run("none-*.csv"), "none-*.csv: no file matches");
        assertThat(trial.leftOvers("utf.csv", "twice.csv", "empty.csv", "quote.csv", "cut.parquet", "rows.jsonl"))
                .isEmpty();
    }

    @Test
    void shouldRefuseZipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("x\n".getBytes(StandardCharsets.US_ASCII));
            byte[] line = "0\n".repeat(1 << 19).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) {
                out.write(line);
            }
        }
        trial.write("bomb.csv.gz", bytes.toByteArray());

        refuses(() -> trial.run("bomb.csv.gz"), "bomb.csv.gz");
    }

    @Test
    void shouldNotLeaveTheWorkspace() throws IOException {
        trial.write("a.csv", "x\n1\n");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "x\n1\n");
        Files.createSymbolicLink(trial.root.resolve("link"), outside);
        Files.createSymbolicLink(trial.root.resolve("link.csv"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(trial.root.resolve("new.json"), outside.resolve("planted.json"));

        refuses(() -> trial.run("../outside/secret.csv"), "..");
        refuses(() -> trial.run("link/secret.csv"), "link");
        refuses(() -> trial.run("link.csv"), "link.csv");
        for (String path : List.of("../p.json", "link/p.json", "/tmp/p.json", "new.json", "C:\\p.json")) {
            refuses(() -> trial.writing(path, "", "").run("a.csv"), path);
            refuses(() -> trial.writing("", path, "").run("a.csv"), path);
            refuses(() -> trial.writing("", "", path).run("a.csv"), path);
        }
        assertThat(outside.resolve("planted.json")).doesNotExist();
        assertThat(outside.resolve("p.json")).doesNotExist();
    }

    @Test
    void shouldNotOverwriteWhatItReads() throws IOException {
        trial.write("a.csv", "x\n1\n").schema("columns: {x: {type: integer}}");

        refuses(() -> trial.writing("a.csv", "", "").run("a.csv"), "a.csv", "reads");
        refuses(() -> trial.writing("", "schema.yaml", "").run("a.csv"), "schema.yaml", "reads");
        refuses(() -> trial.writing("o", "o", "").run("a.csv"), "another file");
        assertThat(trial.read("a.csv")).isEqualTo("x\n1\n");
    }

    @Test
    void shouldNameWhatIsWrongInTheSchema() throws IOException {
        trial.write("a.csv", "x\n1\n").schema("columns: {x: {rnage: {max: 1}}}");
        refuses(() -> trial.run("a.csv"), "schema.yaml", "rnage");

        trial.schema("columns: [\n");
        refuses(() -> trial.run("a.csv"), "schema.yaml is not YAML", "line");
    }

    @Test
    void shouldStopSoonAndLeaveNothing() throws IOException {
        trial.write("a.csv", "x\n1\n".repeat(200_000)).writing("p.json", "f.csv", "r.xml");
        Thread me = Thread.currentThread();

        assertThatThrownBy(() -> trial.run(DataGate.Baseline.NONE, (read, total) -> me.interrupt(), "a.csv"))
                .isInstanceOf(InterruptedIOException.class);

        Thread.interrupted(); // So that the next test does not begin interrupted.
        assertThat(trial.leftOvers("a.csv")).isEmpty();
    }

    @Test
    void shouldTellOpenComparisonsByRule() {
        List<GateFinding> open = List.of(
                new GateFinding(GateFinding.DRIFT, "ks", "x", Gravity.ERROR, FindingOutcome.UNDECIDED, "too few rows"));
        List<GateFinding> idle = List.of(new GateFinding(
                GateFinding.CHECK, "x.range", "x", Gravity.ERROR, FindingOutcome.UNDECIDED, "no value"));

        assertThat(rule("error", "warning", "pass").judge(open)).isEqualTo(GateVerdict.PASSED);
        assertThat(rule("error", "warning", "unstable").judge(open)).isEqualTo(GateVerdict.INSUFFICIENT_EVIDENCE);
        assertThat(rule("error", "warning", "fail").judge(open)).isEqualTo(GateVerdict.FAILED);
        assertThat(rule("error", "warning", "fail").judge(idle)).isEqualTo(GateVerdict.PASSED);
    }

    @Test
    void shouldTellFailedOnesByTheirSeverity() {
        assertThat(rule("error", "warning", "pass").judge(failed(Gravity.ERROR)))
                .isEqualTo(GateVerdict.FAILED);
        assertThat(rule("error", "warning", "pass").judge(failed(Gravity.WARNING)))
                .isEqualTo(GateVerdict.UNSTABLE);
        assertThat(rule("error", "warning", "pass").judge(failed(Gravity.INFO))).isEqualTo(GateVerdict.PASSED);
        assertThat(rule("warning", "info", "pass").judge(failed(Gravity.INFO))).isEqualTo(GateVerdict.UNSTABLE);
        assertThat(rule("never", "error", "pass").judge(failed(Gravity.ERROR))).isEqualTo(GateVerdict.UNSTABLE);
        assertThat(rule("never", "never", "pass").judge(failed(Gravity.ERROR))).isEqualTo(GateVerdict.PASSED);
        assertThatThrownBy(() -> SeverityThreshold.of("errors"))
                .hasMessageContaining("'errors' is unknown; must be one of error, warning, info, never");
    }

    private static GateRule rule(String failOn, String unstableOn, String insufficient) {
        return new GateRule(
                SeverityThreshold.of(failOn), SeverityThreshold.of(unstableOn), InsufficientEvidence.of(insufficient));
    }

    private static List<GateFinding> failed(Gravity gravity) {
        return List.of(new GateFinding(GateFinding.CHECK, "c", "x", gravity, FindingOutcome.FAILED, "no"));
    }

    private static String column(String name, IntFunction<Object> value) {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> value.apply(i).toString())
                .collect(Collectors.joining("\n", name + "\n", "\n"));
    }

    private static void refuses(ThrowingCallable call, String... words) {
        assertThatThrownBy(call).hasMessageContainingAll(words);
    }
}
