package io.weir.jenkins.incident;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.weir.incident.Outcome;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousStepExecution;
import org.jspecify.annotations.Nullable;

/** Writes the report down and returns; it is sent, and sent again, in the background. */
final class ResolveIncidentStepExecution extends SynchronousStepExecution<Void> {
    private static final long serialVersionUID = 1L;

    private static final int MAX_NOTE = 2_000;

    /** The others are said by Weir itself: a build has started, the metrics have recovered. */
    static final List<Outcome> ALLOWED =
            List.of(Outcome.FIXED, Outcome.MITIGATED, Outcome.NOT_NEEDED, Outcome.FAILED, Outcome.ABORTED);

    private final String outcome;
    private final String note;

    ResolveIncidentStepExecution(StepContext context, String outcome, String note) {
        super(context);
        this.outcome = outcome;
        this.note = note;
    }

    @Override
    protected @Nullable Void run() throws Exception {
        Outcome what = outcome();
        if (note.length() > MAX_NOTE) {
            throw new AbortException(
                    "note has " + note.length() + " characters, at most " + MAX_NOTE + " are allowed; say less");
        }
        Run<?, ?> build = Objects.requireNonNull(getContext().get(Run.class));
        IncidentAction action = build.getAction(IncidentAction.class);
        if (action == null) {
            throw new AbortException("this build was not started by an incident, so there is none to resolve;"
                    + " call resolveIncident only if incident() is not null");
        }
        BuildReports.report(build, action, what, note);
        Objects.requireNonNull(getContext().get(TaskListener.class))
                .getLogger()
                .println("[weir] reporting " + what.id() + " for "
                        + action.incidents().size() + " incident(s)");
        return null;
    }

    private Outcome outcome() throws AbortException {
        for (Outcome one : ALLOWED) {
            if (one.id().equals(outcome)) {
                return one;
            }
        }
        throw new AbortException(
                "outcome is '" + outcome + "', must be one of fixed, mitigated, not_needed, failed, aborted");
    }
}
