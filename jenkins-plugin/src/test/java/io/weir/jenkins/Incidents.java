package io.weir.jenkins;

import io.weir.incident.Evidence;
import io.weir.incident.HistoryEntry;
import io.weir.incident.Incident;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentJson;
import io.weir.incident.IncidentState;
import io.weir.incident.MetricWindow;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Incidents for tests: a slow payments service. */
public final class Incidents {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private static final String WHY = "27 times the upper bound of 31";

    private Incidents() {}

    /** The opening of one, as a delivery of that id. */
    public static IncidentEvent event(String deliveryId) {
        return event(deliveryId, IncidentEvent.Type.OPENED, "6f1d2c0b9a8e7d6c-1", "payments");
    }

    /** An event of an incident of a service. */
    public static IncidentEvent event(String deliveryId, IncidentEvent.Type type, String incidentId, String service) {
        return new IncidentEvent(
                deliveryId, type, START.plusSeconds(30), incident(incidentId, service, service + " is slow"));
    }

    /** The bytes of {@link #event(String)}. */
    public static byte[] envelope(String deliveryId) {
        return IncidentJson.writeEvent(event(deliveryId));
    }

    /** An incident with a picture of twenty intervals, the last three of them bad. */
    public static Incident incident(String id, String service, String title) {
        List<Evidence> points = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            points.add(point(i, i >= 17, ""));
        }
        return new Incident(
                id,
                id.substring(0, id.lastIndexOf('-')),
                "anomaly",
                IncidentState.OPEN,
                Severity.HIGH,
                title,
                "latency_p95 of " + service + " was 840 ms, expected 12 to 31 ms",
                service + "-latency",
                3,
                Map.of("service.name", service),
                Map.of("team", "checkout", "remediation", "rollback"),
                START,
                START.plusSeconds(30),
                START.plusSeconds(30),
                null,
                null,
                null,
                List.of(point(17, true, WHY), point(18, true, WHY), point(19, true, WHY)),
                new MetricWindow("latency_p95", 10_000, points),
                List.of(new HistoryEntry(
                        START.plusSeconds(30),
                        IncidentState.OPEN,
                        "detector " + service + "-latency",
                        "opened",
                        null,
                        null)));
    }

    private static Evidence point(int i, boolean bad, String reason) {
        Instant at = START.plusSeconds(10L * (i - 17));
        return new Evidence(at, "latency_p95", bad ? 840 : 22, 21.5, 12, 31, bad ? 0.998 : 0.02, reason);
    }
}
