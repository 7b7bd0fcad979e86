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

    /**
     * Of those parameters.
     *
     * @param earlier the baseline if the controller has it; null if it is in the workspace, or there is none
     * @param token for the served model, or null
     */
    AgentTest(GateRun run, Parameters parameters, @Nullable EarlierTest earlier, @Nullable String token)
            throws IOException, InterruptedException {
        super(run);
        this.parameters = parameters;
        this.earlier = earlier;
        this.token = token;
    }

    @Override
    protected byte[][] work(Path workspace, Path scratch) throws IOException {
        Compared compared = compared(new Workspace(workspace));
        ModelGateReport report =
                new ModelGate(workspace, scratch, compared.settings()).run(compared.reference(), this::say);
        return new byte[][] {report.facts(), EvaluationJson.write(report.evaluation())};
    }

    private record Compared(
            ModelGateSettings settings, @Nullable GateReference reference) {}

    private Compared compared(Workspace workspace) throws IOException {
        ModelGateSettings settings = parameters.settings(token);
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
