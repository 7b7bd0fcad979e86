package io.weir.jenkins.validation;

import hudson.AbortException;
import hudson.model.TaskListener;
import hudson.remoting.VirtualChannel;
import io.weir.gate.GateReference;
import io.weir.gate.data.DataGate;
import io.weir.gate.data.DataGateJson;
import io.weir.gate.data.Reference;
import io.weir.gate.files.Inputs;
import io.weir.jenkins.gate.GateFiles;
import io.weir.json.InvalidJsonException;
import io.weir.lineage.Workspace;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jenkins.MasterToSlaveFileCallable;
import org.jspecify.annotations.Nullable;

/**
 * The work on the agent. What comes back are two documents: the {@linkplain DataGateJson report}, and the profile if it is not
 * larger than {@link GateFiles#MAX_PROFILE}, else nothing in its place. The controller reads both again and believes neither.
 */
final class AgentRun extends MasterToSlaveFileCallable<byte[][]> {
    private static final long serialVersionUID = 1L;

    private final Parameters parameters;
    private final String temporary;
    private final long maxTemporaryBytes;
    private final TaskListener listener;
    private final @Nullable StoredBaseline stored;

    /**
     * Of those parameters.
     *
     * @param temporary folder for temporary files, made if it is not there
     * @param maxTemporaryBytes most bytes there
     * @param listener hears how far it is
     * @param stored the baseline if the controller has it; null if it is a file of the workspace, or there is none
     */
    AgentRun(
            Parameters parameters,
            String temporary,
            long maxTemporaryBytes,
            TaskListener listener,
            @Nullable StoredBaseline stored) {
        this.parameters = parameters;
        this.temporary = temporary;
        this.maxTemporaryBytes = maxTemporaryBytes;
        this.listener = listener;
        this.stored = stored;
    }

    @Override
    public byte[][] invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        try {
            Path scratch = Files.createDirectories(Path.of(temporary));
            DataGate gate = new DataGate(
                    workspace.toPath(),
                    scratch,
                    parameters.settings(Runtime.getRuntime().availableProcessors(), maxTemporaryBytes),
                    Clock.systemUTC());
            DataGate.Outcome outcome = gate.run(this::baseline, new ProgressLog(listener.getLogger()));
            byte[] profile = ProfileJson.toBytes(outcome.profile());
            return new byte[][] {
                DataGateJson.write(outcome.report()), profile.length <= GateFiles.MAX_PROFILE ? profile : new byte[0]
            };
        } catch (InterruptedIOException e) {
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        } catch (IOException | IllegalArgumentException e) {
            throw refused(e);
        }
    }

    private @Nullable Reference baseline(Workspace workspace) throws IOException {
        if (stored != null) {
            return stored.reference();
        }
        BaselineReference asked = BaselineReference.parse(parameters.baseline);
        if (asked == null || asked.kind() != BaselineReference.Kind.FILE) {
            return null;
        }
        if (!parameters.requireBaseline && !Files.exists(workspace.resolve(asked.name()))) {
            listener.getLogger().println("[weir] no baseline yet: " + asked.words() + " is not there");
            return null;
        }
        byte[] document = Inputs.read(workspace, "baseline", asked.name(), ProfileJson.MAX_BYTES);
        try {
            DatasetProfile profile = ProfileJson.read(document);
            return new Reference(
                    profile, new GateReference(GateReference.FILE, asked.name(), asked.words(), profile.rows()));
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException("baseline '" + asked.name() + "': " + e.getMessage());
        }
    }

    /** With the message only: what is wrong are the data, not the program. */
    private static AbortException refused(Exception e) {
        if (e instanceof AbortException already) {
            return already;
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return new AbortException("validateData: " + message);
    }
}
