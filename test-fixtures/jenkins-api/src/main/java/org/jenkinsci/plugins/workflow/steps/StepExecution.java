package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;

/** A step while it runs. */
public abstract class StepExecution implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StepContext context;

    /** In that context. */
    protected StepExecution(StepContext context) {
        this.context = context;
    }

    /** Its context. */
    public StepContext getContext() {
        return context;
    }

    /** Begins; true if it is over already, false if the context will hear of its end. */
    public abstract boolean start() throws Exception;

    /** Stops it early. */
    public void stop(Throwable cause) throws Exception {
        context.onFailure(cause);
    }

    /** It was loaded after a restart. */
    public void onResume() {}
}
