package io.weir.jenkins.trigger;

import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import io.weir.jenkins.incident.IncidentAction;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** What Jenkins itself knows of a job's builds that incidents have started. */
final class Builds {
    /** Builds looked at, newest first: more than any job has running, or starts while one delivery is open. */
    private static final int LOOKED_AT = 1_000;

    private Builds() {}

    /** The queued item for a delivery, or null. */
    static Queue.@Nullable Item queued(Job<?, ?> job, String deliveryId) {
        for (Queue.Item item : Jenkins.get().getQueue().getItems()) {
            IncidentAction action = item.getAction(IncidentAction.class);
            if (action != null && item.task == job && action.getDeliveryIds().contains(deliveryId)) {
                return item;
            }
        }
        return null;
    }

    /** The build for a delivery, or null. */
    static @Nullable Run<?, ?> started(Job<?, ?> job, String deliveryId) {
        int seen = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && seen < LOOKED_AT; run = run.getPreviousBuild()) {
            seen++;
            IncidentAction action = run.getAction(IncidentAction.class);
            if (action != null && action.getDeliveryIds().contains(deliveryId)) {
                return run;
            }
        }
        return null;
    }

    /** How many wait or run. */
    static int active(Job<?, ?> job) {
        int active = 0;
        for (Queue.Item item : Jenkins.get().getQueue().getItems()) {
            if (item.task == job && item.getAction(IncidentAction.class) != null) {
                active++;
            }
        }
        int seen = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && seen < LOOKED_AT; run = run.getPreviousBuild()) {
            seen++;
            if (run.isBuilding() && run.getAction(IncidentAction.class) != null) {
                active++;
            }
        }
        return active;
    }
}
