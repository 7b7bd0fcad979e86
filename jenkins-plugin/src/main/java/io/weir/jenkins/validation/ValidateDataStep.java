package io.weir.jenkins.validation;

import hudson.Extension;
import hudson.util.ListBoxModel;
import io.weir.jenkins.Messages;
import io.weir.jenkins.gate.GateStep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code validateData(data: 'train/*.parquet', schema: 'schema.yaml', baseline: 'profile:churn-train@latest')}: looks at data on
 * the agent before anything is made of them. Parameters: {@code docs/steps/validateData.md}.
 */
public final class ValidateDataStep extends GateStep {
    private final String data;
    private String schema = "";
    private String environment = "";
    private String name = "";
    private Map<String, Object> drift = Map.of();
    private String masked = "";
    private String profile = "";
    private String failures = "";
    private String inferredSchema = "";
    private String lineage = "";

    /** Of the files that these patterns name, separated by commas. */
    @DataBoundConstructor
    public ValidateDataStep(@Nullable String data) {
        this.data = text(data);
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

    /** File that a schema is written to which the data suggest. */
    public String getInferredSchema() {
        return inferredSchema;
    }

    /** Sets the file that a schema is written to which the data suggest. */
    @DataBoundSetter
    public void setInferredSchema(@Nullable String inferredSchema) {
        this.inferredSchema = text(inferredSchema);
    }

    /** File that the run is written to as events. */
    public String getLineage() {
        return lineage;
    }

    /** Sets the file that the run is written to as OpenLineage events, one a line. */
    @DataBoundSetter
    public void setLineage(@Nullable String lineage) {
        this.lineage = text(lineage);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new ValidateDataExecution(context, new Parameters(this));
    }

    /** Its name and needs. */
    @Extension
    public static final class DescriptorImpl extends GateStepDescriptor {
        @Override
        public String getFunctionName() {
            return "validateData";
        }

        @Override
        public String getDisplayName() {
            return Messages.ValidateDataStep_displayName();
        }

        /** The severities to choose from. */
        @POST
        public ListBoxModel doFillFailOnItems() {
            return items("error", "warning", "info", "never");
        }
    }
}
