package io.weir.jenkins.gate;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.slaves.WorkspaceList;
import io.weir.gate.GateBuild;
import io.weir.gate.GateCounts;
import io.weir.gate.GateData;
import io.weir.gate.GateFinding;
import io.weir.gate.GateMetric;
import io.weir.gate.GateReference;
import io.weir.gate.GateResult;
import io.weir.gate.GateRule;
import io.weir.gate.GateVerdict;
import io.weir.gate.data.LineageRun;
import io.weir.jenkins.config.WeirConfiguration;
import io.weir.jenkins.shipment.LineageServer;
import io.weir.lineage.LineageEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jspecify.annotations.Nullable;

/**
 * One run of a gate in a build, on the controller: it begins, the step looks at something, the rule decides, the result is
 * kept, printed and sent, and the build follows it.
 */
public final class GateRun {
    private final String gate;
    private final StepContext context;
    private final Run<?, ?> build;
    private final TaskListener listener;
    private final Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final GatesAction gates;
    private final int number;

    private GateRun(String gate, StepContext context) throws IOException, InterruptedException {
        this.gate = gate;
        this.context = context;
        this.build = Objects.requireNonNull(context.get(Run.class));
        this.listener = Objects.requireNonNull(context.get(TaskListener.class));
        this.gates = GatesAction.of(build);
        this.number = gates.begin();
    }

    /**
     * Begins.
     *
     * @param gate the step's name
     * @param check reads what the step was given; whatever it refuses ends the step before anything is begun
     * @throws AbortException with what was refused
     */
    public static GateRun begin(String gate, StepContext context, Runnable check)
            throws IOException, InterruptedException {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new AbortException(gate + ": " + e.getMessage());
        }
        return new GateRun(gate, context);
    }

    /** The step's name. */
    String gate() {
        return gate;
    }

    /** The same for this run however often it is told. */
    String id() {
        return GateResult.idOf(gate, where(), began, Integer.toString(number));
    }

    /** Where names of jobs are unique: as configured, or the address of this Jenkins, or a word if it has none. */
    private String namespace() {
        String configured = WeirConfiguration.get().getLineageNamespace();
        if (!configured.isEmpty()) {
            return configured;
        }
        String root = Jenkins.get().getRootUrl();
        return root == null || root.isBlank() ? "jenkins" : root.replaceAll("/+$", "");
    }

    /** This run as lineage tells it, which a rule decides. */
    public LineageRun lineage(GateRule rule) {
        String job = build.getParent().getFullName();
        return new LineageRun(namespace(), job, LineageEvent.runId(namespace(), job, id()), began, rule);
    }

    /**
     * Sends the run as events to the lineage server.
     *
     * @param events asked for only if there is such a server
     */
    public void tell(Supplier<List<LineageEvent>> events) {
        if (LineageServer.exists()) {
            new GatePublisher(build, log()).lineage(id(), events.get());
        }
    }

    private GateBuild where() {
        String root = Jenkins.get().getRootUrl();
        return new GateBuild(
                build.getParent().getFullName(), build.getNumber(), root == null ? null : root + build.getUrl());
    }

    /** The build that it is part of. */
    public Run<?, ?> build() {
        return build;
    }

    /** Of the step. */
    TaskListener listener() {
        return listener;
    }

    /** The build's log. */
    public PrintStream log() {
        return listener.getLogger();
    }

    /** Path on the agent of a folder for temporary files, which need not be there yet. */
    String temporaryFolder() throws IOException, InterruptedException {
        return Objects.requireNonNull(WorkspaceList.tempDir(workspace()), "no folder for temporary files")
                .getRemote();
    }

    private FilePath workspace() throws IOException, InterruptedException {
        return Objects.requireNonNull(context.get(FilePath.class));
    }

    /** Has the agent do the work, in the workspace of the step. */
    public byte[][] onAgent(AgentWork work) throws IOException, InterruptedException {
        return workspace().act(work);
    }

    /** How what came back from an agent is read, trusting nothing. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * What both documents say.
         *
         * @throws IllegalArgumentException if one can't be read, or they do not agree
         */
        T read(byte[] first, byte[] second);
    }

    /**
     * Reads what came back from the agent.
     *
     * @throws AbortException if it can't be used
     */
    public <T> T read(byte[][] found, Reader<T> reader) throws AbortException {
        try {
            if (found.length != 2) {
                throw new IllegalArgumentException("it has " + found.length + " documents, must have 2");
            }
            return reader.read(found[0], found[1]);
        } catch (IllegalArgumentException e) {
            throw new AbortException(gate + ": the agent's answer can't be used: " + e.getMessage());
        }
    }

    /**
     * What a gate found.
     *
     * @param subject what it is about
     * @param reason one sentence for people
     * @param data what it looked at
     * @param baseline what it compared with, or null
     */
    public record Found(
            String subject,
            String reason,
            GateData data,
            @Nullable GateReference baseline,
            List<GateMetric> metrics,
            List<GateFinding> findings) {}

    /**
     * Decides, keeps the result with the build and prints it.
     *
     * @param kind what the report is about
     * @param report what else it found, for the page
     * @param profile that it took, or null
     */
    public GateResult decide(GateRule rule, Found found, GateFiles.Kind kind, byte[] report, byte @Nullable [] profile)
            throws IOException {
        GateResult result = new GateResult(
                id(),
                gate,
                found.subject(),
                rule.judge(found.findings()),
                found.reason(),
                began,
                Duration.between(began, Instant.now()).toMillis(),
                where(),
                found.data(),
                null,
                found.baseline(),
                GateCounts.of(found.findings()),
                found.metrics(),
                found.findings(),
                0);
        gates.end(number, result, kind, report, profile);
        Summary.print(result, log());
        return result;
    }

    /**
     * Sends the result, and before it the profile.
     *
     * @param name under which the profile goes to Elasticsearch; if it is empty, or there is no profile, none goes
     * @return the result with the place of the profile
     */
    public GateResult publish(GateResult result, String name, byte @Nullable [] profile) throws IOException {
        GatePublisher publisher = new GatePublisher(build, log());
        if (!publisher.mayPublish()) {
            return result;
        }
        GateResult published = name.isEmpty() || profile == null
                ? result
                : result.withProfile(publisher.profile(name, result, profile));
        publisher.result(published);
        gates.update(number, published);
        return published;
    }

    /**
     * Has the build follow the verdict.
     *
     * @throws AbortException if the gate failed
     */
    public void follow(GateResult result) throws AbortException {
        if (result.verdict() == GateVerdict.FAILED) {
            throw new AbortException(gate + ": " + result.reason());
        }
        if (result.verdict() != GateVerdict.PASSED) {
            build.setResult(Result.UNSTABLE);
        }
    }
}
