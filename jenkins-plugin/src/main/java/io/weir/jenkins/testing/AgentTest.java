package io.weir.jenkins.testing;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.weir.evaluation.Evaluation;
import io.weir.evaluation.EvaluationJson;
import io.weir.evaluation.trial.BaselineChoice;
import io.weir.evaluation.trial.TrialSettings;
import io.weir.gate.GateReference;
import io.weir.gate.model.ModelGate;
import io.weir.gate.model.ModelGateReport;
import io.weir.gate.model.ModelGateSettings;
import io.weir.lineage.Workspace;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.MasterToSlaveFileCallable;
import org.jspecify.annotations.Nullable;

/**
 * The work on the agent. What comes back are two documents, {@linkplain ModelGateReport#facts() facts} and {@linkplain
 * EvaluationJson evaluation}. The controller reads both again and believes neither.
 */
final class AgentTest extends MasterToSlaveFileCallable<byte[][]> {
    private static final long serialVersionUID = 1L;

    private final Parameters parameters;
    private final String temporary;
    private final TaskListener listener;
    private final @Nullable EarlierTest earlier;
    private final @Nullable String token;

    /**
     * Of those parameters.
     *
     * @param temporary folder for drafts, made if it is not there
     * @param listener hears what is left out
     * @param earlier the baseline if the controller has it; null if it is in the workspace, or there is none
     * @param token for the served model, or null
     */
    AgentTest(
            Parameters parameters,
            String temporary,
            TaskListener listener,
            @Nullable EarlierTest earlier,
            @Nullable String token) {
        this.parameters = parameters;
        this.temporary = temporary;
        this.listener = listener;
        this.earlier = earlier;
        this.token = token;
    }

    @Override
    public byte[][] invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        try {
            Path scratch = Files.createDirectories(Path.of(temporary));
            Compared compared = compared(new Workspace(workspace.toPath()));
            ModelGateSettings settings = compared.settings();
            ModelGateReport report = new ModelGate(workspace.toPath(), scratch, settings).run(compared.reference());
            return new byte[][] {report.facts(), EvaluationJson.write(report.evaluation())};
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        } catch (IOException | IllegalArgumentException e) {
            throw refused(e);
        }
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
                return new Compared(settings.with(trial.withoutBaseline()), null);
            }
            Evaluation result = earlier.read();
            return new Compared(
                    settings.with(trial.against(new BaselineChoice.Known(earlier.name(), result))),
                    earlier.reference(result.rows()));
        }
        boolean file = asked.kind() != ModelBaseline.Kind.COLUMNS;
        if (file && !parameters.requireBaseline && !Files.exists(workspace.resolve(asked.name()))) {
            listener.getLogger()
                    .println("[weir] no baseline yet: " + asked.words()
                            + " is not there, so thresholds that need one are left out");
            listener.getLogger().flush();
            return new Compared(settings.with(trial.withoutBaseline()), null);
        }
        return new Compared(settings, new GateReference(GateReference.FILE, asked.name(), asked.words(), 0));
    }

    /** With the message only: what is wrong are the data, not the program. */
    private static AbortException refused(Exception e) {
        if (e instanceof AbortException already) {
            return already;
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return new AbortException("testModel: " + message);
    }
}
