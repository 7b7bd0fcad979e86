package org.jenkinsci.plugins.workflow.steps;

import org.jspecify.annotations.Nullable;

/** A step that is done at once, on the thread that runs the Jenkinsfile. */
public abstract class SynchronousStepExecution<T> extends StepExecution {
    private static final long serialVersionUID = 1L;

    /** In that context. */
    protected SynchronousStepExecution(StepContext context) {
        super(context);
    }

    /** Does it. */
    protected abstract @Nullable T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        getContext().onSuccess(run());
        return true;
    }
}
