package io.weir.jenkins.multibranch;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.Job;
import io.weir.jenkins.access.StartRule;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import org.jspecify.annotations.Nullable;

/**
 * Never starts a job of a change request, such as a pull request, whatever the settings allow: its Jenkinsfile may have been
 * written by anybody, and must not run as the remedy of a real incident. Asked before the other rules.
 */
@Extension(ordinal = 100, optional = true)
public final class ChangeRequestRule implements StartRule {
    @Override
    public @Nullable String refusal(Job<?, ?> job) {
        return isOfChangeRequest(job) ? "it builds a change request, whose files may come from anybody" : null;
    }

    static boolean isOfChangeRequest(Job<?, ?> job) {
        for (Object item = job; item instanceof Item next; item = next.getParent()) {
            if (isChangeRequest(SCMHead.HeadByItem.findHead(next))) {
                return true;
            }
        }
        return false;
    }

    /** Public, because Jenkins then sees at once that this class can't be used without scm-api. */
    public static boolean isChangeRequest(@Nullable SCMHead head) {
        return head instanceof ChangeRequestSCMHead;
    }
}
