package io.weir.jenkins.validation;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.weir.gate.InsufficientEvidence;
import io.weir.jenkins.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code validateData(data: 'train/*.parquet', schema: 'schema.yaml', baseline: 'profile:churn-train@latest')}: looks at data on
 * the agent before anything is made of them. Parameters: {@code docs/steps/validateData.md}.
 */
public final class ValidateDataStep extends Step {
    private final String data;
    private String schema = "";
    private String environment = "";
    private String name = "";
    private String baseline = "";
    private boolean requireBaseline = true;
    private Map<String, Object> drift = Map.of();
    private String masked = "";
    private boolean digest = true;
    private String failOn = "error";
    private String unstableOn = "warning";
    private String insufficientEvidence = InsufficientEvidence.UNSTABLE.id();
    private String profile = "";
    private String failures = "";
    private String report = "";

    /** Of the files that these patterns name, separated by commas. */
    @DataBoundConstructor
    public ValidateDataStep(@Nullable String data) {
        this.data = text(data);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** Patterns of files below the workspace. */
    public String getData() {
        return data;
    }

    /** File of the schema. */
    public String getSchema() {
        return schema;
    }

    /** Sets the file of the schema. */
    @DataBoundSetter
    public void setSchema(@Nullable String schema) {
        this.schema = text(schema);
    }

    /** In which columns may be absent. */
    public String getEnvironment() {
        return environment;
    }

    /** Sets the environment. */
    @DataBoundSetter
    public void setEnvironment(@Nullable String environment) {
        this.environment = text(environment);
    }

    /** Of the data set. */
    public String getName() {
        return name;
    }

    /** Sets the data set's name, under which its profile goes to Elasticsearch. */
    @DataBoundSetter
    public void setName(@Nullable String name) {
        this.name = text(name);
    }

    /** What the data are compared with. */
    public String getBaseline() {
        return baseline;
    }

    /** Sets what the data are compared with: {@code file:}, {@code profile:} or {@code build:}. */
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

    /** How the data are compared. */
    public Map<String, Object> getDrift() {
        return drift;
    }

    /** Sets how the data are compared. */
    @DataBoundSetter
    public void setDrift(@Nullable Map<String, Object> drift) {
        this.drift = drift == null ? Map.of() : new LinkedHashMap<>(drift);
    }

    /** Columns whose values appear nowhere. */
    public String getMasked() {
        return masked;
    }

    /** Sets the columns whose values appear nowhere, separated by commas. */
    @DataBoundSetter
    public void setMasked(@Nullable String masked) {
        this.masked = text(masked);
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

    /** What follows if the data do not tell. */
    public String getInsufficientEvidence() {
        return insufficientEvidence;
    }

    /** Sets what follows if the data do not tell: pass, unstable or fail. */
    @DataBoundSetter
    public void setInsufficientEvidence(@Nullable String insufficientEvidence) {
        this.insufficientEvidence = text(insufficientEvidence);
    }

    /** File that the profile is written to. */
    public String getProfile() {
        return profile;
    }

    /** Sets the file that the profile is written to. */
    @DataBoundSetter
    public void setProfile(@Nullable String profile) {
        this.profile = text(profile);
    }

    /** File that all failing rows are written to. */
    public String getFailures() {
        return failures;
    }

    /** Sets the file that all failing rows are written to. */
    @DataBoundSetter
    public void setFailures(@Nullable String failures) {
        this.failures = text(failures);
    }

    /** File that the checks are written to as tests. */
    public String getReport() {
        return report;
    }

    /** Sets the file that the checks are written to as tests, in JUnit's format. */
    @DataBoundSetter
    public void setReport(@Nullable String report) {
        this.report = text(report);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ValidateDataExecution(context, new Parameters(this));
    }

    /** Its name and needs. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "validateData";
        }

        @Override
        public String getDisplayName() {
            return Messages.ValidateDataStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, TaskListener.class);
        }

        /** The severities to choose from. */
        @POST
        public ListBoxModel doFillFailOnItems() {
            return items("error", "warning", "info", "never");
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

        private static ListBoxModel items(String... words) {
            ListBoxModel items = new ListBoxModel();
            for (String word : words) {
                items.add(word, word);
            }
            return items;
        }
    }
}
