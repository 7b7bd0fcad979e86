package io.weir.jenkins.delivery;

import io.weir.incident.IncidentEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One accepted delivery. Immutable.
 *
 * @param event what it says; its id is the delivery's
 * @param receivedAt when it was accepted
 * @param planned whether it is settled which jobs it concerns
 * @param assignments one for each job that it concerns
 */
public record Delivery(IncidentEvent event, Instant receivedAt, boolean planned, List<Assignment> assignments) {
    /** Copies the list. */
    public Delivery {
        assignments = List.copyOf(assignments);
    }

    /** One that has just been accepted. */
    public static Delivery accepted(IncidentEvent event, Instant at) {
        return new Delivery(event, at, false, List.of());
    }

    /** The sender's id for it, the same at each attempt. */
    public String id() {
        return event.id();
    }

    /** With what it means for each job. */
    public Delivery plannedAs(List<Assignment> plan) {
        return new Delivery(event, receivedAt, true, plan);
    }

    /** With one assignment in the place of {@code old}. */
    public Delivery with(Assignment old, Assignment changed) {
        List<Assignment> all = new ArrayList<>(assignments);
        all.replaceAll(one -> one.equals(old) ? changed : one);
        return new Delivery(event, receivedAt, planned, all);
    }

    /** Whether nothing more will happen. */
    public boolean isFinished() {
        return planned && assignments.stream().allMatch(one -> one.phase().isFinal());
    }
}
