package io.weir.jenkins.validation;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import io.weir.gate.GateResult;
import io.weir.gate.GateVerdict;
import io.weir.gate.data.DataGateJson;
import io.weir.gate.data.DataGateReport;
import io.weir.gate.data.DataGateSettings;
import io.weir.jenkins.access.Provenance;
import io.weir.jenkins.gate.GateFiles;
import io.weir.jenkins.gate.GatePublisher;
import io.weir.jenkins.gate.GatesAction;
import io.weir.json.StrictJson;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;

/** Has the agent do the work, on a thread that is interrupted when the step is stopped, and says what follows. */
final class ValidateDataExecution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    /** Enough for the keys of some ten million rows. */
    private static final long UNTRUSTED_BYTES = 1L << 30;

    private final Parameters parameters;

    ValidateDataExecution(StepContext context, Parameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
        try {
            parameters.check();
        } catch (IllegalArgumentException e) {
            throw new AbortException("validateData: " + e.getMessage());
        }
        Run<?, ?> build = Objects.requireNonNull(getContext().get(Run.class));
        PrintStream log = listener().getLogger();
        Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        GatesAction gates = GatesAction.of(build);
        int number = gates.begin();
        byte[][] found = onAgent(Baselines.find(parameters, build, log));
        DataGateReport report = read(found);
        GateResult result = Decision.of(parameters, build, number, began, report);
        gates.end(number, result, found[0], found[1].length == 0 ? null : found[1]);
        Summary.print(result, report, log);
        if (found[1].length == 0) {
            log.println("[weir] the profile is larger than " + GateFiles.MAX_PROFILE
                    + " bytes, so it is neither kept with the build nor sent");
        }
        GateResult published = publish(result, found[1], new GatePublisher(build, log));
        gates.update(number, published);
        follow(published, build);
        return Facts.of(published, report, parameters);
    }

    private GateResult publish(GateResult result, byte[] profile, GatePublisher publisher) {
        if (!publisher.mayPublish()) {
            return result;
        }
        GateResult published = parameters.name.isEmpty() || profile.length == 0
                ? result
                : result.withProfile(publisher.profile(parameters.name, result, profile));
        publisher.result(published);
        return published;
    }

    private byte[][] onAgent(@Nullable StoredBaseline baseline) throws IOException, InterruptedException {
        FilePath workspace = Objects.requireNonNull(getContext().get(FilePath.class));
        FilePath temporary = Objects.requireNonNull(WorkspaceList.tempDir(workspace), "no folder for temporary files");
        return workspace.act(
                new AgentRun(parameters, temporary.getRemote(), maxTemporaryBytes(), listener(), baseline));
    }

    /** Whoever may write the files of a change request may not fill the agent's disk. */
    private long maxTemporaryBytes() throws IOException, InterruptedException {
        Run<?, ?> build = Objects.requireNonNull(getContext().get(Run.class));
        return Provenance.untrusted(build.getParent()) ? UNTRUSTED_BYTES : DataGateSettings.DEFAULT_MAX_TEMPORARY_BYTES;
    }

    private TaskListener listener() throws IOException, InterruptedException {
        return Objects.requireNonNull(getContext().get(TaskListener.class));
    }

    private static DataGateReport read(byte[][] found) throws AbortException {
        try {
            if (found.length != 2) {
                throw new IllegalArgumentException("it has " + found.length + " documents, must have 2");
            }
            DataGateReport report = DataGateJson.read(found[0]);
            if (found[1].length > 0) {
                DatasetProfile profile = ProfileJson.read(
                        StrictJson.parseObject(found[1], "profile", GateFiles.MAX_PROFILE), GateFiles.MAX_INFLATED);
                if (profile.rows() != report.data().rows()) {
                    throw new IllegalArgumentException("the profile is of " + profile.rows() + " rows, the report of "
                            + report.data().rows());
                }
            }
            return report;
        } catch (IllegalArgumentException e) {
            throw new AbortException("validateData: the agent's answer can't be used: " + e.getMessage());
        }
    }

    private static void follow(GateResult result, Run<?, ?> build) throws AbortException {
        if (result.verdict() == GateVerdict.FAILED) {
            throw new AbortException("validateData: " + result.reason());
        }
        if (result.verdict() != GateVerdict.PASSED) {
            build.setResult(Result.UNSTABLE);
        }
    }
}
