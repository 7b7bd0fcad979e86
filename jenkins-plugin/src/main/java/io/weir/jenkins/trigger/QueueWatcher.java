package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.model.Queue;
import hudson.model.queue.QueueListener;
import io.weir.jenkins.incident.IncidentAction;

/** Tells the dispatcher which queued builds somebody has cancelled. */
@Extension
public final class QueueWatcher extends QueueListener {
    @Override
    public void onLeft(Queue.LeftItem item) {
        IncidentAction action = item.getAction(IncidentAction.class);
        if (action != null && item.isCancelled()) {
            Dispatcher.get().cancelled(item, action);
        }
    }
}
