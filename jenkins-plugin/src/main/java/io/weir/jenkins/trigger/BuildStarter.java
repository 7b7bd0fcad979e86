package io.weir.jenkins.trigger;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import io.weir.incident.Incident;
import io.weir.jenkins.incident.IncidentAction;
import io.weir.jenkins.incident.IncidentCause;
import io.weir.jenkins.trigger.Ledger.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jenkins.model.ParameterizedJobMixIn;
import org.jspecify.annotations.Nullable;

/** Puts one build for some deliveries into Jenkins' queue. */
final class BuildStarter {
    private BuildStarter() {}

    /** The queued item, or null if the job can't be built. */
    static Queue.@Nullable Item queue(Job<?, ?> job, List<Entry> entries) {
        List<Incident> incidents = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Set<Cause> people = new LinkedHashSet<>();
        for (Entry entry : entries) {
            incidents.add(entry.delivery().event().incident());
            ids.add(entry.delivery().id());
            people.addAll(DecisionCause.of(entry.assignment().decisions()));
        }
        List<Cause> causes = new ArrayList<>();
        causes.add(new IncidentCause(incidents));
        causes.addAll(people);
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(causes.toArray(new Cause[0])));
        actions.add(new IncidentAction(ids));
        ParametersAction parameters = IncidentParameters.of(job, incidents.getFirst());
        if (parameters != null) {
            actions.add(parameters);
        }
        return ParameterizedJobMixIn.scheduleBuild2(job, 0, actions.toArray(new Action[0]));
    }
}
