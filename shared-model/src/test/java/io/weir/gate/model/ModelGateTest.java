package io.weir.gate.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.evaluation.trial.TrialSettingsReader;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateMetric;
import io.weir.gate.GateReference;
import io.weir.gate.GateRule;
import io.weir.gate.GateVerdict;
import io.weir.gate.model.ModelGateSettings.Outputs;
import io.weir.json.InvalidJsonException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelGateTest {
    private static final Outputs ALL = new Outputs("out/result.json", "out/card.md", "out/tests.xml");

    @TempDir
    private Path root;

    @TempDir
    private Path scratch;

    @BeforeEach
    void predictions() throws IOException {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("y,p,old,sex\n");
        for (int i = 0; i < 1_500; i++) {
            int label = random.nextInt(2);
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.5f,%.5f,%s%n",
                    label,
                    1 / (1 + Math.exp(-1.5 * (2 * label - 1) - random.nextGaussian())),
                    1 / (1 + Math.exp(-0.3 * (2 * label - 1) - random.nextGaussian())),
                    i % 100 == 0 ? "x" : i % 2 == 0 ? "f" : "m"));
        }
        Files.writeString(root.resolve("scores.csv"), rows);
    }

    @Test
    void shouldFindAndWriteEverything() throws IOException {
        ModelGateReport report = gate(
                        Map.of(
                                "thresholds", List.of("roc_auc >= 0.8", "brier <= 0.01"),
                                "fairness",
                                        List.of(Map.of("columns", "sex", "rules", List.of("disparate_impact >= 0.5")))),
                        ALL)
                .run(null, line -> {});

        List<GateFinding> findings = ModelFindings.of(report.evaluation());
        assertThat(findings).extracting(GateFinding::kind).contains("threshold", "fairness");
        assertThat(findings)
                .filteredOn(finding -> finding.outcome() == FindingOutcome.FAILED)
                .extracting(GateFinding::name)
                .containsExactly("brier at most 0.01");
        assertThat(ModelFindings.reason(report.evaluation()))
                .startsWith("1 requirement or check failed: ")
                .contains("brier is 0.");
        assertThat(ModelFindings.metrics(report.evaluation()))
                .extracting(GateMetric::name)
                .startsWith("roc_auc", "brier")
                .doesNotHaveDuplicates();
        assertThat(GateRule.DEFAULT.judge(findings)).isEqualTo(GateVerdict.FAILED);
        assertThat(report.data().rows()).isEqualTo(1_500);
        assertThat(report.data().columns()).isEqualTo(4);
        assertThat(EvaluationJson.read(Files.readAllBytes(root.resolve("out/result.json"))))
                .isEqualTo(report.evaluation());
        assertThat(root.resolve("out/card.md")).content().contains("brier at most 0.01");
        assertThat(root.resolve("out/tests.xml")).content().contains("failures=\"1\"");
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void shouldLeaveFewPeopleUndecided() throws IOException {
        Files.writeString(
                root.resolve("scores.csv"),
                "y,p,old,sex\n" + "1,0.9,0,f\n0,0.1,0,f\n1,0.9,0,m\n0,0.1,0,m\n".repeat(40) + "1,0.2,0,x\n");
        ModelGateReport report = gate(
                        Map.of(
                                "fairness",
                                List.of(Map.of("columns", "sex", "rules", List.of("disparate_impact >= 0.5")))),
                        Outputs.NONE)
                .run(null, line -> {});

        List<GateFinding> findings = ModelFindings.of(report.evaluation());
        assertThat(findings).anyMatch(GateFinding::isOpen);
    }

    @Test
    void shouldCompareWithAnEarlierResultThatIsNotOverwrittenBefore() throws IOException {
        gate(Map.of(), new Outputs("result.json", "", "")).run(null, line -> {});

        ModelGateSettings again = settings(
                Map.of("baseline", Map.of("evaluation", "result.json"), "thresholds", List.of("roc_auc not_worse 0.1")),
                new Outputs("result.json", "", ""));
        assertThatThrownBy(() -> new ModelGate(root, scratch, again).run(null, line -> {}))
                .hasMessage("result is 'result.json', which the step reads; name another file");
        assertThat(root.resolve("result.json")).exists();

        ModelGateReport compared = new ModelGate(
                        root,
                        scratch,
                        new ModelGateSettings(
                                "scores.csv",
                                null,
                                ModelBehaviour.NONE,
                                again.trial(),
                                true,
                                new Outputs("next.json", "", "")))
                .run(new GateReference("file", "result.json", "file:result.json", 0), line -> {});
        assertThat(difference(compared, "roc_auc")).isZero();
        assertThat(GateRule.DEFAULT.judge(ModelFindings.of(compared.evaluation())))
                .isEqualTo(GateVerdict.PASSED);
    }

    @Test
    void shouldCrossToTheControllerAndBack() throws IOException {
        ModelGateReport report = gate(Map.of("slices", List.of("sex")), Outputs.NONE)
                .run(new GateReference("build", "job #4", "build:4", 12), line -> {});

        byte[] evaluation = EvaluationJson.write(report.evaluation());
        assertThat(ModelGateReport.read(report.facts(), evaluation)).isEqualTo(report);
        byte[] lie = new String(report.facts(), StandardCharsets.UTF_8)
                .replace("\"rows\":1500", "\"rows\":3")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ModelGateReport.read(lie, evaluation))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessage("the evaluation is of 1500 rows, the data have 3");
    }

    @Test
    void shouldLeaveNothingOfATrialThatCouldNotBe() throws IOException {
        Files.createDirectories(root.resolve("out"));
        Files.writeString(root.resolve("out/card.md"), "of an earlier run");
        Files.writeString(root.resolve("scores.csv"), "y,p\n1,0.4\n0,nonsense\n");

        assertThatThrownBy(() -> gate(Map.of(), ALL).run(null, line -> {})).hasMessageContaining("scores.csv");
        assertThat(root.resolve("out")).isEmptyDirectory();
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void shouldEndWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> gate(Map.of(), ALL).run(null, line -> {}))
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(root.resolve("out"))
                .satisfies(
                        out -> assertThat(Files.exists(out.resolve("card.md"))).isFalse());
    }

    private static double difference(ModelGateReport report, String metric) {
        Comparison comparison =
                requireNonNull(report.evaluation().metric(metric)).comparison();
        return requireNonNull(comparison).difference();
    }

    private ModelGate gate(Map<String, Object> more, Outputs outputs) throws IOException {
        return new ModelGate(root, scratch, settings(more, outputs));
    }

    private static ModelGateSettings settings(Map<String, Object> more, Outputs outputs) {
        Map<String, Object> all = new HashMap<>(Map.of("label", "y", "score", "p"));
        all.putAll(more);
        TrialSettings trial = TrialSettingsReader.read(all, "test");
        return new ModelGateSettings("scores.csv", null, ModelBehaviour.NONE, trial, false, outputs);
    }
}
