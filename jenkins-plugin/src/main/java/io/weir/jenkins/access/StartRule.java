package io.weir.jenkins.access;

import hudson.ExtensionPoint;
import hudson.model.Job;
import org.jspecify.annotations.Nullable;

/** Something that has a say on whether incidents may start a job. All rules are asked; one refusal is enough. */
public interface StartRule extends ExtensionPoint {
    /** Why incidents may not start that job, as a phrase; null if this rule has nothing against it. */
    @Nullable
    String refusal(Job<?, ?> job);

    /** Whether a person has to approve each start. */
    default boolean wantsApproval(Job<?, ?> job) {
        return false;
    }
}
