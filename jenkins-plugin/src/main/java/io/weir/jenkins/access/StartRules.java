package io.weir.jenkins.access;

import hudson.ExtensionList;
import hudson.model.Job;
import org.jspecify.annotations.Nullable;

/** All rules together. */
public final class StartRules {
    private StartRules() {}

    /** Why incidents may not start that job, or null if they may. */
    public static @Nullable String refusal(Job<?, ?> job) {
        for (StartRule rule : ExtensionList.lookup(StartRule.class)) {
            String refusal = rule.refusal(job);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Whether one of the rules wants a person to approve each start. */
    public static boolean wantApproval(Job<?, ?> job) {
        return ExtensionList.lookup(StartRule.class).stream().anyMatch(rule -> rule.wantsApproval(job));
    }
}
