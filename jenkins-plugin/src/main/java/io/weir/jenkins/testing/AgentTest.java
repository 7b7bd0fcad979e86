package io.weir.jenkins.testing;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.trial.BaselineChoice;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.gate.GateReference;
import io.weir.gate.model.ModelGate;
import io.weir.gate.model.ModelGateReport;
import io.weir.gate.model.ModelGateSettings;
import io.weir.jenkins.gate.AgentWork;
import io.weir.jenkins.gate.GateRun;
import io.weir.lineage.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The work on the agent. What comes back are two documents, {@linkplain ModelGateReport#facts() facts} and {@linkplain
 * EvaluationJson evaluation}.
 */
final class AgentTest extends AgentWork {
    private static final long serialVersionUID = 1L;

    private final Parameters parameters;
    private final @Nullable EarlierTest earlier;
    private final @Nullable String token;
    private final String companion;

    /**
     * Of those parameters.
     *
     * @param earlier the baseline if the controller has it; null if it is in the workspace, or there is none
     * @param token for the served model, or null
     * @param companion folder of what serves an ONNX model; empty if there is none to serve
     */
    AgentTest(
            GateRun run, Parameters parameters, @Nullable EarlierTest earlier, @Nullable String token, String companion)
            throws IOException, InterruptedException {
        super(run);
        this.parameters = parameters;
        this.earlier = earlier;
        this.token = token;
        this.companion = companion;
    }

    @Override
    protected byte[][] work(Path workspace, Path scratch) throws IOException {
        if (parameters.onnx.isEmpty()) {
            return test(workspace, scratch, parameters.settings(token, null));
        }
        Path model = new Workspace(workspace).resolve(parameters.onnx);
        try (OnnxCompanion served = OnnxCompanion.start(companion, model, parameters.served(), scratch)) {
            return test(workspace, scratch, parameters.settings(served.token(), served.url()));
        }
    }

    private byte[][] test(Path workspace, Path scratch, ModelGateSettings settings) throws IOException {
        Compared compared = compared(new Workspace(workspace), settings);
        ModelGateReport report =
                new ModelGate(workspace, scratch, compared.settings()).run(compared.reference(), this::say);
        return new byte[][] {report.facts(), EvaluationJson.write(report.evaluation())};
    }

    private record Compared(
            ModelGateSettings settings, @Nullable GateReference reference) {}

    private Compared compared(Workspace workspace, ModelGateSettings settings) throws IOException {
        ModelBaseline asked = ModelBaseline.parse(parameters.baseline);
        if (asked == null) {
            return new Compared(settings, null);
        }
        TrialSettings trial = settings.trial();
        if (asked.kind() == ModelBaseline.Kind.BUILD) {
            if (earlier == null) {
                return new Compared(settings.withoutBaseline(), null);
            }
            Evaluation result = earlier.read();
            return new Compared(
                    settings.with(trial.against(new BaselineChoice.Known(earlier.name(), result))),
                    earlier.reference(result.rows()));
        }
        boolean file = asked.kind() != ModelBaseline.Kind.COLUMNS;
        if (file && !parameters.requireBaseline && !Files.exists(workspace.resolve(asked.name()))) {
            say("no baseline yet: " + asked.words() + " is not there, so thresholds that need one are left out");
            return new Compared(settings.withoutBaseline(), null);
        }
        return new Compared(settings, new GateReference(GateReference.FILE, asked.name(), asked.words(), 0));
    }
}
