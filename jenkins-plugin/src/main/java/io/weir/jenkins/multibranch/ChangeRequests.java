package io.weir.jenkins.multibranch;

import hudson.Extension;
import hudson.model.Job;
import io.weir.jenkins.access.Provenance;

/** Jobs of change requests, such as pull requests: their files may come from anybody. */
@Extension(optional = true)
public final class ChangeRequests implements Provenance {
    @Override
    public boolean isUntrusted(Job<?, ?> job) {
        return ChangeRequestRule.isOfChangeRequest(job);
    }
}
