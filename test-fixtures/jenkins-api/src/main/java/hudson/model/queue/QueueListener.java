package hudson.model.queue;

import hudson.ExtensionPoint;
import hudson.model.Queue;

/** Hears what becomes of queued items. */
public abstract class QueueListener implements ExtensionPoint {
    /** An item has left: to be built, or cancelled. */
    public void onLeft(Queue.LeftItem item) {}
}
