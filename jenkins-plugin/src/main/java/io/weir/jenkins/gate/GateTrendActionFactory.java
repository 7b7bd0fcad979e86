package io.weir.jenkins.gate;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the trend to every job that has had a gate. */
@Extension
@SuppressWarnings("rawtypes") // A class literal has no parameters.
public final class GateTrendActionFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return GateHistory.exists(job.getRootDir().toPath()) ? List.of(new GateTrendAction(job)) : List.of();
    }
}
