package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;

/** Hears what becomes of builds. */
@SuppressWarnings("rawtypes")
public abstract class RunListener<R extends Run> implements ExtensionPoint {
    /** For subclasses. */
    protected RunListener() {}

    /** A build has started. */
    public void onStarted(R run, TaskListener listener) {}

    /** A build has its result; its log is still open. */
    public void onCompleted(R run, TaskListener listener) {}

    /** A build is over. */
    public void onFinalized(R run) {}

    /** A build is about to be deleted. */
    public void onDeleted(R run) {}
}
