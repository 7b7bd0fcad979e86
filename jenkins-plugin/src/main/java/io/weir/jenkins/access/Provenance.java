package io.weir.jenkins.access;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Job;

/** Something that knows where a job's files come from. */
public interface Provenance extends ExtensionPoint {
    /** Whether the job builds files that anybody may have written, such as those of a change request. */
    boolean isUntrusted(Job<?, ?> job);

    /** Whether any of them says so. */
    static boolean untrusted(Job<?, ?> job) {
        return ExtensionList.lookup(Provenance.class).stream().anyMatch(one -> one.isUntrusted(job));
    }
}
