package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.weir.jenkins.incident.IncidentAction;

/** Tells the dispatcher which builds have started and ended. */
@Extension
public final class BuildWatcher extends RunListener<Run<?, ?>> {
    @Override
    public void onStarted(Run<?, ?> run, TaskListener listener) {
        IncidentAction action = run.getAction(IncidentAction.class);
        if (action != null) {
            Dispatcher.get().started(run, action);
        }
    }

    @Override
    public void onFinalized(Run<?, ?> run) {
        if (run.getAction(IncidentAction.class) != null) {
            Dispatcher.get().completed(run);
        }
    }
}
