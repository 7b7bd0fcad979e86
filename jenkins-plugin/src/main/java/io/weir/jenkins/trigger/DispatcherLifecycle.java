package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;

/** Starts the dispatcher when all jobs and the queue are loaded, stops it with Jenkins, and follows jobs that move. */
@Extension
public final class DispatcherLifecycle extends ItemListener {
    @Override
    public void onLoaded() {
        Dispatcher.get().start();
    }

    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        Dispatcher.get().renamed(oldFullName, newFullName);
    }

    @Override
    public void onDeleted(Item item) {
        Dispatcher.get().deleted(item.getFullName());
    }

    @Override
    public void onBeforeShutdown() {
        Dispatcher.get().stop();
    }
}
