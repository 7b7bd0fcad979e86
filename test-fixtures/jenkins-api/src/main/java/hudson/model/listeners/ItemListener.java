package hudson.model.listeners;

import hudson.ExtensionPoint;
import hudson.model.Item;

/** Hears what becomes of jobs and folders. */
public class ItemListener implements ExtensionPoint {
    /** All items, and the queue, have been loaded. */
    public void onLoaded() {}

    /** An item has another full name; called for each item below it, too. */
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {}

    /** An item was deleted; its name is still the one that it had. */
    public void onDeleted(Item item) {}

    /** The controller is about to stop. */
    public void onBeforeShutdown() {}
}
