package io.weir.jenkins.incident;

import hudson.AbortException;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousStepExecution;
import org.jspecify.annotations.Nullable;

/** Looks the incident up on the build; one small file at most, read once a build. */
final class IncidentStepExecution extends SynchronousStepExecution<Map<String, Object>> {
    private static final long serialVersionUID = 1L;

    IncidentStepExecution(StepContext context) {
        super(context);
    }

    @Override
    protected @Nullable Map<String, Object> run() throws Exception {
        Run<?, ?> build = Objects.requireNonNull(getContext().get(Run.class));
        IncidentAction action = build.getAction(IncidentAction.class);
        if (action == null) {
            Objects.requireNonNull(getContext().get(TaskListener.class))
                    .getLogger()
                    .println("[weir] this build was not started by an incident");
            return null;
        }
        if (action.incidents().isEmpty()) {
            throw new AbortException("this build was started by an incident whose file " + IncidentRecord.FILE
                    + " can't be read; see the log of Jenkins");
        }
        return IncidentFacts.of(action.incidents());
    }
}
