package io.weir.jenkins.validation;

import io.weir.gate.GateReference;
import io.weir.gate.data.DataGate;
import io.weir.gate.data.DataGateJson;
import io.weir.gate.data.LineageRun;
import io.weir.gate.data.Reference;
import io.weir.gate.files.Inputs;
import io.weir.jenkins.gate.AgentWork;
import io.weir.jenkins.gate.GateFiles;
import io.weir.jenkins.gate.GateRun;
import io.weir.json.InvalidJsonException;
import io.weir.lineage.Workspace;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work on the agent. What comes back are two documents: the {@linkplain DataGateJson report}, and the profile if it is not
 * larger than {@link GateFiles#MAX_PROFILE}, else nothing in its place.
 */
final class AgentRun extends AgentWork {
    private static final long serialVersionUID = 1L;

    private final Parameters parameters;
    private final long maxTemporaryBytes;
    private final @Nullable StoredBaseline stored;
    private final String namespace;
    private final String job;
    private final UUID id;
    private final Instant began;

    /**
     * Of those parameters.
     *
     * @param maxTemporaryBytes most bytes of temporary files
     * @param stored the baseline if the controller has it; null if it is a file of the workspace, or there is none
     */
    AgentRun(GateRun run, Parameters parameters, long maxTemporaryBytes, @Nullable StoredBaseline stored)
            throws IOException, InterruptedException {
        super(run);
        this.parameters = parameters;
        this.maxTemporaryBytes = maxTemporaryBytes;
        this.stored = stored;
        LineageRun told = run.lineage(parameters.rule());
        this.namespace = told.namespace();
        this.job = told.job();
        this.id = told.id();
        this.began = told.startedAt();
    }

    @Override
    protected byte[][] work(Path workspace, Path scratch) throws IOException {
        DataGate gate = new DataGate(
                workspace,
                scratch,
                parameters.settings(
                        Runtime.getRuntime().availableProcessors(),
                        maxTemporaryBytes,
                        new LineageRun(namespace, job, id, began, parameters.rule())),
                Clock.systemUTC());
        DataGate.Outcome outcome = gate.run(this::baseline, new ProgressLog(log()));
        byte[] profile = ProfileJson.toBytes(outcome.profile());
        return new byte[][] {
            DataGateJson.write(outcome.report()), profile.length <= GateFiles.MAX_PROFILE ? profile : new byte[0]
        };
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
            say("no baseline yet: " + asked.words() + " is not there");
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
}
