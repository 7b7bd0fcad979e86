package org.jenkinsci.plugins.workflow.steps;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A step that takes its time, on a thread of its own, which is interrupted when the step is stopped. */
public abstract class SynchronousNonBlockingStepExecution<T> extends StepExecution {
    private static final long serialVersionUID = 1L;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "step");
        thread.setDaemon(true);
        return thread;
    });

    private transient volatile @Nullable Future<?> task;
    private transient volatile @Nullable Throwable stopCause;

    /** In that context. */
    protected SynchronousNonBlockingStepExecution(StepContext context) {
        super(context);
    }

    /** Does it. */
    protected abstract @Nullable T run() throws Exception;

    @Override
    public final boolean start() throws Exception {
        task = THREADS.submit(this::runAndAnswer);
        return false;
    }

    private void runAndAnswer() {
        try {
            getContext().onSuccess(run());
        } catch (Throwable e) {
            Throwable stopped = stopCause;
            if (stopped == null) {
                getContext().onFailure(e);
            } else {
                stopped.addSuppressed(e);
            }
        }
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        Future<?> running = task;
        if (running != null) {
            stopCause = cause;
            running.cancel(true);
        }
        super.stop(cause);
    }

    @Override
    public void onResume() {
        getContext().onFailure(new IllegalStateException("a step that was running can't go on after a restart"));
    }
}
