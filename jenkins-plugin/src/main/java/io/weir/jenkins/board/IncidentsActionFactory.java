package io.weir.jenkins.board;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Job;
import io.weir.jenkins.trigger.IncidentTrigger;
import java.util.Collection;
import java.util.List;
import jenkins.model.TransientActionFactory;

/** Gives the page to every job that has the trigger. */
@Extension
@SuppressWarnings("rawtypes") // A class literal has no parameters.
public final class IncidentsActionFactory extends TransientActionFactory<Job> {
    @Override
    public Class<Job> type() {
        return Job.class;
    }

    @Override
    public Collection<? extends Action> createFor(Job target) {
        Job<?, ?> job = target;
        return IncidentTrigger.of(job) == null ? List.of() : List.of(new IncidentsAction(job));
    }
}
