package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.incident.Incident;
import io.weir.incident.IncidentJson;
import io.weir.incident.IncidentState;
import io.weir.incident.Severity;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is stored: the contract's JSON under {@code weir.incident}, what Weir needs to do things once under
 * {@code weir.control}, and the same facts once more under their ECS names, for charts and rules.
 *
 * @param incident the incident
 * @param control what Weir keeps beside it
 */
public record IncidentDocument(Incident incident, Control control) {
    private static final String ECS_VERSION = "9.0.0";
    private static final String SERVICE = "service.name";

    /** The document. */
    ObjectNode write() {
        ObjectNode node = StrictJson.object();
        node.put("@timestamp", incident.openedAt().toString()).put("message", incident.title());
        node.putObject("ecs").put("version", ECS_VERSION);
        writeEvent(node.putObject("event"));
        String service = incident.group().get(SERVICE);
        if (service != null) {
            node.putObject("service").put("name", service);
        }
        node.putObject("rule")
                .put("id", incident.detectorId())
                .put("name", incident.detectorId())
                .put("version", Long.toString(incident.detectorVersion()));
        ObjectNode labels = node.putObject("labels");
        incident.labels().forEach(labels::put);
        ObjectNode weir = node.putObject("weir");
        weir.set("incident", IncidentJson.write(incident));
        weir.set("control", control.write());
        return node;
    }

    private void writeEvent(ObjectNode event) {
        event.put("kind", "alert")
                .put("id", incident.id())
                .put("action", incident.state().id())
                .put("reason", incident.reason())
                .put("severity", ecsSeverity(incident.severity()))
                .put("start", incident.startedAt().toString());
        if (incident.resolvedAt() != null) {
            event.put("end", incident.resolvedAt().toString())
                    .put(
                            "duration",
                            Duration.between(incident.startedAt(), incident.resolvedAt())
                                    .toNanos());
        }
    }

    /**
     * Reads a document.
     *
     * @throws InvalidJsonException if it is not what this version writes; the message names the document
     */
    static IncidentDocument read(String id, ObjectNode document) {
        try {
            JsonFields weir = new JsonFields(document, "").object("weir");
            return new IncidentDocument(
                    IncidentJson.read(weir.object("incident")), Control.read(weir.object("control")));
        } catch (InvalidJsonException e) {
            throw new InvalidJsonException("stored incident '" + id + "' cannot be read: " + e.getMessage());
        }
    }

    /** What was read; empty if this version cannot read it. */
    static Optional<IncidentDocument> readable(StoredDocument stored) {
        try {
            return Optional.of(read(stored.id(), stored.source()));
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }

    boolean active() {
        return incident.state() != IncidentState.RESOLVED;
    }

    IncidentDocument with(Incident changed, Control control) {
        return new IncidentDocument(changed, control);
    }

    IncidentDocument with(Control changed) {
        return new IncidentDocument(incident, changed);
    }

    /** Whether the incident was resolved within {@code millis} before {@code now}. */
    boolean resolvedWithin(long millis, Instant now) {
        @Nullable Instant resolved = incident.resolvedAt();
        return resolved != null && !now.isAfter(resolved.plusMillis(millis));
    }

    /** On the scale of ECS, where 100 is the worst. */
    private static int ecsSeverity(Severity severity) {
        return switch (severity) {
            case LOW -> 21;
            case MEDIUM -> 47;
            case HIGH -> 73;
            case CRITICAL -> 99;
        };
    }
}
