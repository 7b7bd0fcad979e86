package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import hudson.triggers.Trigger;
import hudson.triggers.TriggerDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.weir.incident.Severity;
import io.weir.jenkins.Messages;
import io.weir.jenkins.access.StartRules;
import io.weir.jenkins.text.Durations;
import io.weir.jenkins.text.TextPattern;
import java.io.ObjectStreamException;
import java.time.Duration;
import java.util.Objects;
import jenkins.model.ParameterizedJobMixIn;
import org.jenkinsci.Symbol;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code onIncident(…)}: starts the job when an incident of the given sort is delivered. All settings are plain texts. */
public final class IncidentTrigger extends Trigger<Job<?, ?>> {
    static final String DEFAULT_TYPES = "opened";
    static final String DEFAULT_SEVERITY = "low";

    /** Builds start without anybody's approval. */
    static final String NO_APPROVAL = "none";

    /** A person has to approve each start. */
    static final String APPROVAL_REQUIRED = "required";

    private String types = DEFAULT_TYPES;
    private String minSeverity = DEFAULT_SEVERITY;
    private String services = "";
    private String labels = "";
    private String cooldown = "";
    private int maxRunning;
    private String storm = "";
    private String approval = NO_APPROVAL;

    private transient @Nullable IncidentFilter filter;

    /** With defaults: every incident that is opened starts a build. */
    @DataBoundConstructor
    public IncidentTrigger() {
        // All settings are optional.
    }

    /** Settings that a file lacks, written by hand or by an older release, have their defaults. */
    @Override
    protected Object readResolve() throws ObjectStreamException {
        types = Objects.requireNonNullElse(types, DEFAULT_TYPES);
        minSeverity = Objects.requireNonNullElse(minSeverity, DEFAULT_SEVERITY);
        services = Objects.requireNonNullElse(services, "");
        labels = Objects.requireNonNullElse(labels, "");
        cooldown = Objects.requireNonNullElse(cooldown, "");
        storm = Objects.requireNonNullElse(storm, "");
        approval = Objects.requireNonNullElse(approval, NO_APPROVAL);
        return super.readResolve();
    }

    /** The trigger of a job, or null. */
    public static @Nullable IncidentTrigger of(Job<?, ?> job) {
        if (job instanceof ParameterizedJobMixIn.ParameterizedJob<?, ?> parameterized) {
            for (Trigger<?> trigger : parameterized.getTriggers().values()) {
                if (trigger instanceof IncidentTrigger own) {
                    return own;
                }
            }
        }
        return null;
    }

    /** Events that count: opened, updated, resolved, separated by commas. */
    public String getTypes() {
        return types;
    }

    /** Sets the events. */
    @DataBoundSetter
    public void setTypes(String types) {
        IncidentFilter.types(types);
        this.types = types;
    }

    /** The mildest severity that counts. */
    public String getMinSeverity() {
        return minSeverity;
    }

    /** Sets the mildest severity: low, medium, high or critical. */
    @DataBoundSetter
    public void setMinSeverity(String minSeverity) {
        Severity.of(minSeverity);
        this.minSeverity = minSeverity;
    }

    /** Pattern of services that count; empty for all. */
    public String getServices() {
        return services;
    }

    /** Sets the pattern: globs separated by commas, or {@code regex:} and a regular expression. */
    @DataBoundSetter
    public void setServices(String services) {
        TextPattern.anyOf(services);
        this.services = services;
    }

    /** Labels that an incident must have, as {@code team=checkout, tier=gold*}; empty for any. */
    public String getLabels() {
        return labels;
    }

    /** Sets the labels. */
    @DataBoundSetter
    public void setLabels(String labels) {
        IncidentFilter.labels(labels);
        this.labels = labels;
    }

    /** How long the same incident does not start the job again. */
    public String getCooldown() {
        return cooldown;
    }

    /** Sets the cooldown, as {@code 5m}. */
    @DataBoundSetter
    public void setCooldown(String cooldown) {
        Durations.parse("cooldown", cooldown);
        this.cooldown = cooldown;
    }

    /** How many builds started by incidents may run at once; 0 for any number. */
    public int getMaxRunning() {
        return maxRunning;
    }

    /** Sets the number. */
    @DataBoundSetter
    public void setMaxRunning(int maxRunning) {
        if (maxRunning < 0) {
            throw new IllegalArgumentException("maxRunning is " + maxRunning + ", must be 0 (no limit) or more");
        }
        this.maxRunning = maxRunning;
    }

    /** Above which rate incidents share a build, as {@code 20/1m}; empty for never. */
    public String getStorm() {
        return storm;
    }

    /** Sets the rate. */
    @DataBoundSetter
    public void setStorm(String storm) {
        StormLimit.parse(storm);
        this.storm = storm;
    }

    /** Whether a person has to approve each start: none or required. */
    public String getApproval() {
        return approval;
    }

    /** Sets that. */
    @DataBoundSetter
    public void setApproval(String approval) {
        if (!approval.equals(NO_APPROVAL) && !approval.equals(APPROVAL_REQUIRED)) {
            throw new IllegalArgumentException("approval is '" + approval + "', must be none or required");
        }
        this.approval = approval;
    }

    /** Whether a person has to approve each start of that job, by its own settings or by a rule. */
    boolean wantsApproval(Job<?, ?> project) {
        return getApproval().equals(APPROVAL_REQUIRED) || StartRules.wantApproval(project);
    }

    IncidentFilter filter() {
        IncidentFilter known = filter;
        if (known == null) {
            known = new IncidentFilter(types, minSeverity, services, labels);
            filter = known;
        }
        return known;
    }

    Duration cooldownTime() {
        return Durations.parse("cooldown", cooldown);
    }

    @Nullable
    StormLimit stormLimit() {
        return StormLimit.parse(storm);
    }

    /** Its form. */
    @Extension
    @Symbol("onIncident")
    public static final class DescriptorImpl extends TriggerDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.IncidentTrigger_displayName();
        }

        @Override
        public boolean isApplicable(Item item) {
            return item instanceof ParameterizedJobMixIn.ParameterizedJob;
        }

        /** The severities to choose from. */
        @POST
        public ListBoxModel doFillMinSeverityItems() {
            ListBoxModel items = new ListBoxModel();
            for (Severity one : Severity.values()) {
                items.add(one.id(), one.id());
            }
            return items;
        }

        /** The two choices. */
        @POST
        public ListBoxModel doFillApprovalItems() {
            ListBoxModel items = new ListBoxModel();
            items.add(Messages.IncidentTrigger_noApproval(), NO_APPROVAL);
            items.add(Messages.IncidentTrigger_approvalRequired(), APPROVAL_REQUIRED);
            return items;
        }

        /** Why incidents will not start that job whatever its trigger says, or null; for the form. */
        public @Nullable String refusal(@Nullable Object item) {
            return item instanceof Job<?, ?> job ? StartRules.refusal(job) : null;
        }

        /** Says whether the events are known. */
        @POST
        public FormValidation doCheckTypes(@QueryParameter String value) {
            return check(() -> IncidentFilter.types(value));
        }

        /** Says whether the pattern can be read. */
        @POST
        public FormValidation doCheckServices(@QueryParameter String value) {
            return check(() -> TextPattern.anyOf(value));
        }

        /** Says whether the labels can be read. */
        @POST
        public FormValidation doCheckLabels(@QueryParameter String value) {
            return check(() -> IncidentFilter.labels(value));
        }

        /** Says whether the duration can be read. */
        @POST
        public FormValidation doCheckCooldown(@QueryParameter String value) {
            return check(() -> Durations.parse("cooldown", value));
        }

        /** Says whether the rate can be read. */
        @POST
        public FormValidation doCheckStorm(@QueryParameter String value) {
            return check(() -> StormLimit.parse(value));
        }

        private static FormValidation check(Runnable parser) {
            try {
                parser.run();
                return FormValidation.ok();
            } catch (IllegalArgumentException e) {
                return FormValidation.error(String.valueOf(e.getMessage()));
            }
        }
    }
}
