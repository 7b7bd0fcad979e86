package io.weir.jenkins.validation;

import hudson.AbortException;
import hudson.model.Run;
import io.weir.gate.GateResult;
import io.weir.gate.data.DataGateJson;
import io.weir.gate.data.DataGateReport;
import io.weir.gate.data.DataGateSettings;
import io.weir.gate.data.Findings;
import io.weir.gate.data.Lineage;
import io.weir.gate.data.LineageRun;
import io.weir.jenkins.access.Provenance;
import io.weir.jenkins.gate.GateFiles;
import io.weir.jenkins.gate.GateRun;
import io.weir.json.StrictJson;
import io.weir.lineage.LineageEvent;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.jspecify.annotations.Nullable;

/** Has the agent do the work, on a thread that is interrupted when the step is stopped, and says what follows. */
final class ValidateDataExecution extends SynchronousNonBlockingStepExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    /** The step's name, in results too. */
    static final String GATE = "validateData";

    /** Enough for the keys of some ten million rows. */
    private static final long UNTRUSTED_BYTES = 1L << 30;

    private final Parameters parameters;

    ValidateDataExecution(StepContext context, Parameters parameters) {
        super(context);
        this.parameters = parameters;
    }

    @Override
    protected Map<String, Object> run() throws Exception {
        GateRun gate = GateRun.begin(GATE, getContext(), parameters::check);
        StoredBaseline baseline = Baselines.find(parameters, gate.build(), gate.log());
        LineageRun run = gate.lineage(parameters.rule());
        byte[][] found;
        DataGateReport report;
        try {
            found = gate.onAgent(new AgentRun(gate, parameters, maxTemporaryBytes(gate.build()), baseline));
            report = gate.read(found, ValidateDataExecution::read);
        } catch (AbortException e) {
            gate.tell(() -> Lineage.broken(run, null, String.valueOf(e.getMessage()), Instant.now()));
            throw e;
        }
        byte[] profile = found[1].length == 0 ? null : found[1];
        GateResult result = gate.decide(parameters.rule(), found(report), GateFiles.Kind.DATA, found[0], profile);
        if (profile == null) {
            gate.log()
                    .println("[weir] the profile is larger than " + GateFiles.MAX_PROFILE
                            + " bytes, so it is neither kept with the build nor sent");
        }
        DataGateReport.Proposed proposed = report.proposed();
        if (proposed != null) {
            gate.log()
                    .println("[weir] a schema is proposed in " + parameters.inferredSchema + ", with "
                            + proposed.added() + " column(s) that the one so far has not; review and commit it");
        }
        GateResult published = gate.publish(result, parameters.name, profile);
        gate.tell(() -> lineage(run, report, profile, published));
        gate.follow(published);
        return Facts.of(published, report, parameters);
    }

    private GateRun.Found found(DataGateReport report) {
        return new GateRun.Found(
                parameters.subject(),
                Findings.reason(report.checks(), report.drift()),
                report.data(),
                report.baseline(),
                List.of(),
                Findings.of(report.checks(), report.drift(), parameters.driftGravity()));
    }

    private static List<LineageEvent> lineage(
            LineageRun run, DataGateReport report, byte @Nullable [] profile, GateResult result) {
        DatasetProfile taken = profile == null
                ? null
                : ProfileJson.read(
                        StrictJson.parseObject(profile, "profile", GateFiles.MAX_PROFILE), GateFiles.MAX_INFLATED);
        Instant end = result.startedAt().plusMillis(result.durationMillis());
        return Lineage.ended(run, report, taken, result.findings(), end);
    }

    /** Whoever may write the files of a change request may not fill the agent's disk. */
    private static long maxTemporaryBytes(Run<?, ?> build) {
        return Provenance.untrusted(build.getParent()) ? UNTRUSTED_BYTES : DataGateSettings.DEFAULT_MAX_TEMPORARY_BYTES;
    }

    private static DataGateReport read(byte[] document, byte[] taken) {
        DataGateReport report = DataGateJson.read(document);
        if (taken.length > 0) {
            DatasetProfile profile = ProfileJson.read(
                    StrictJson.parseObject(taken, "profile", GateFiles.MAX_PROFILE), GateFiles.MAX_INFLATED);
            if (profile.rows() != report.data().rows()) {
                throw new IllegalArgumentException("the profile is of " + profile.rows() + " rows, the report of "
                        + report.data().rows());
            }
        }
        return report;
    }
}
