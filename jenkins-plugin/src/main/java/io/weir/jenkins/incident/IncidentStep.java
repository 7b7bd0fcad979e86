package io.weir.jenkins.incident;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.weir.jenkins.Messages;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code incident()}: the incident that started this build as a map, or null if none did. */
public final class IncidentStep extends Step {
    /** Without arguments. */
    @DataBoundConstructor
    public IncidentStep() {
        // Nothing to set: the build knows its incident.
    }

    @Override
    public StepExecution start(StepContext context) {
        return new IncidentStepExecution(context);
    }

    /** Its name and needs. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "incident";
        }

        @Override
        public String getDisplayName() {
            return Messages.IncidentStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }
    }
}
