package io.weir.jenkins.config;

import hudson.Extension;
import hudson.model.Job;
import io.weir.jenkins.access.StartRule;
import org.jspecify.annotations.Nullable;

/** The global list of jobs that incidents may start. */
@Extension
public final class AllowedJobsRule implements StartRule {
    @Override
    public @Nullable String refusal(Job<?, ?> job) {
        return WeirConfiguration.get().allows(job.getFullName())
                ? null
                : "not among the allowed jobs of the global configuration";
    }
}
