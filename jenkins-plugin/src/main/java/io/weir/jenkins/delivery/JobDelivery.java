package io.weir.jenkins.delivery;

import io.weir.incident.Incident;
import java.time.Instant;

/**
 * A delivery as one job sees it.
 *
 * @param id the delivery's
 * @param incident id of its incident
 * @param title one line on it
 * @param severity how bad it is
 * @param service what it is about, possibly empty
 * @param receivedAt when it was accepted
 * @param changedAt when it came to what it is now
 * @param assignment what it means for the job
 */
public record JobDelivery(
        String id,
        String incident,
        String title,
        String severity,
        String service,
        Instant receivedAt,
        Instant changedAt,
        Assignment assignment) {
    /** One of a delivery's assignments. */
    public static JobDelivery of(Delivery delivery, Assignment assignment, String service, Instant changedAt) {
        Incident incident = delivery.event().incident();
        return new JobDelivery(
                delivery.id(),
                incident.id(),
                incident.title(),
                incident.severity().id(),
                service,
                delivery.receivedAt(),
                changedAt,
                assignment);
    }
}
