package io.weir.jenkins.trigger;

import hudson.model.Action;
import hudson.model.CauseAction;
import hudson.model.Job;
import hudson.model.ParametersAction;
import hudson.model.Queue;
import io.weir.incident.Incident;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.incident.IncidentAction;
import io.weir.jenkins.incident.IncidentCause;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.ParameterizedJobMixIn;
import org.jspecify.annotations.Nullable;

/** Puts one build for some deliveries into Jenkins' queue. */
final class BuildStarter {
    private BuildStarter() {}

    /** The queued item, or null if the job can't be built. */
    static Queue.@Nullable Item queue(Job<?, ?> job, List<Delivery> deliveries) {
        List<Incident> incidents = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            incidents.add(delivery.event().incident());
            ids.add(delivery.id());
        }
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(new IncidentCause(incidents)));
        actions.add(new IncidentAction(ids));
        ParametersAction parameters = IncidentParameters.of(job, incidents.getFirst());
        if (parameters != null) {
            actions.add(parameters);
        }
        return ParameterizedJobMixIn.scheduleBuild2(job, 0, actions.toArray(new Action[0]));
    }
}
