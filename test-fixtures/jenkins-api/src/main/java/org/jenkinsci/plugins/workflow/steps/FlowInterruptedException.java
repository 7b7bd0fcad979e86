package org.jenkinsci.plugins.workflow.steps;

import hudson.model.Result;
import java.util.List;
import jenkins.model.CauseOfInterruption;

/** What a running step is stopped with. */
public final class FlowInterruptedException extends InterruptedException {
    private static final long serialVersionUID = 1L;

    private final transient Result result;
    private final List<CauseOfInterruption> causes;

    /** The build is to end with that result, for those causes. */
    public FlowInterruptedException(Result result, CauseOfInterruption... causes) {
        this.result = result;
        this.causes = List.of(causes);
    }

    /** The result the build is to end with. */
    public Result getResult() {
        return result;
    }

    /** Why it was stopped. */
    public List<CauseOfInterruption> getCauses() {
        return causes;
    }
}
