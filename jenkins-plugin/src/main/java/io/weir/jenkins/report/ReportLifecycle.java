package io.weir.jenkins.report;

import hudson.Extension;
import hudson.model.listeners.ItemListener;

/** Starts sending with Jenkins and stops with it. */
@Extension
public final class ReportLifecycle extends ItemListener {
    @Override
    public void onLoaded() {
        ReportQueue.get().start();
    }

    @Override
    public void onBeforeShutdown() {
        ReportQueue.get().stop();
    }
}
