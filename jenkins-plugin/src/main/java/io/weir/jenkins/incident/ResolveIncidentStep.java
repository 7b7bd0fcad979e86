package io.weir.jenkins.incident;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.weir.incident.Outcome;
import io.weir.jenkins.Messages;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code resolveIncident(outcome: 'mitigated', note: '…')}: tells Elasticsearch what the build has done. */
public final class ResolveIncidentStep extends Step {
    private final String outcome;
    private String note = "";

    /** With what it came to: fixed, mitigated, not_needed, failed or aborted. */
    @DataBoundConstructor
    public ResolveIncidentStep(String outcome) {
        this.outcome = outcome;
    }

    /** What it came to. */
    public String getOutcome() {
        return outcome;
    }

    /** A sentence for people. */
    public String getNote() {
        return note;
    }

    /** Sets the sentence, 2,000 characters at most. */
    @DataBoundSetter
    public void setNote(String note) {
        this.note = note;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ResolveIncidentStepExecution(context, outcome, note);
    }

    /** Its name and needs. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "resolveIncident";
        }

        @Override
        public String getDisplayName() {
            return Messages.ResolveIncidentStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class);
        }

        /** The outcomes to choose from. */
        @POST
        public ListBoxModel doFillOutcomeItems() {
            ListBoxModel items = new ListBoxModel();
            for (Outcome one : ResolveIncidentStepExecution.ALLOWED) {
                items.add(one.id(), one.id());
            }
            return items;
        }
    }
}
