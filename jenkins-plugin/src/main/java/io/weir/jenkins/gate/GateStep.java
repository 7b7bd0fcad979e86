package io.weir.jenkins.gate;

import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.weir.gate.InsufficientEvidence;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** What every step that is a gate can be given: a baseline, a rule, and where its report goes. */
public abstract class GateStep extends Step {
    private String baseline = "";
    private boolean requireBaseline = true;
    private boolean digest = true;
    private String failOn = "error";
    private String unstableOn = "warning";
    private String insufficientEvidence = InsufficientEvidence.UNSTABLE.id();
    private String report = "";

    /** Without spaces around it; empty if nothing is given. */
    protected static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** What is compared with. */
    public String getBaseline() {
        return baseline;
    }

    /** Sets what is compared with. */
    @DataBoundSetter
    public void setBaseline(@Nullable String baseline) {
        this.baseline = text(baseline);
    }

    /** Whether it is an error if the baseline is not there. */
    public boolean isRequireBaseline() {
        return requireBaseline;
    }

    /** Sets whether it is an error if the baseline is not there, as it is not before the first build. */
    @DataBoundSetter
    public void setRequireBaseline(boolean requireBaseline) {
        this.requireBaseline = requireBaseline;
    }

    /** Whether the files are hashed. */
    public boolean isDigest() {
        return digest;
    }

    /** Sets whether the files are hashed, which reads them once more. */
    @DataBoundSetter
    public void setDigest(boolean digest) {
        this.digest = digest;
    }

    /** From which severity on the build fails. */
    public String getFailOn() {
        return failOn;
    }

    /** Sets from which severity on the build fails: error, warning, info or never. */
    @DataBoundSetter
    public void setFailOn(@Nullable String failOn) {
        this.failOn = text(failOn);
    }

    /** From which severity on the build is unstable. */
    public String getUnstableOn() {
        return unstableOn;
    }

    /** Sets from which severity on the build is unstable: error, warning, info or never. */
    @DataBoundSetter
    public void setUnstableOn(@Nullable String unstableOn) {
        this.unstableOn = text(unstableOn);
    }

    /** What follows if nothing tells whether something holds. */
    public String getInsufficientEvidence() {
        return insufficientEvidence;
    }

    /** Sets what follows if nothing tells whether something holds: pass, unstable or fail. */
    @DataBoundSetter
    public void setInsufficientEvidence(@Nullable String insufficientEvidence) {
        this.insufficientEvidence = text(insufficientEvidence);
    }

    /** File that findings are written to as tests. */
    public String getReport() {
        return report;
    }

    /** Sets the file that findings are written to as tests, in JUnit's format. */
    @DataBoundSetter
    public void setReport(@Nullable String report) {
        this.report = text(report);
    }

    /** The needs of such a step, and what its form offers. */
    public abstract static class GateStepDescriptor extends StepDescriptor {
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, TaskListener.class);
        }

        /** The severities to choose from. */
        @POST
        public ListBoxModel doFillUnstableOnItems() {
            return items("warning", "error", "info", "never");
        }

        /** What may follow. */
        @POST
        public ListBoxModel doFillInsufficientEvidenceItems() {
            return items("unstable", "pass", "fail");
        }

        /** Words that are shown as they are. */
        protected static ListBoxModel items(String... words) {
            ListBoxModel items = new ListBoxModel();
            for (String word : words) {
                items.add(word, word);
            }
            return items;
        }
    }
}
