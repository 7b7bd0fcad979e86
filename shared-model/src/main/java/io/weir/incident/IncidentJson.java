package io.weir.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;

/**
 * Incidents and their events as JSON, both ways. Layout: {@code docs/contracts/incident.schema.json}; this package and that
 * file change together, and a test holds one against the other.
 */
public final class IncidentJson {
    /** Content type of an event. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final int MAX_SOURCE = 206;

    private IncidentJson() {}

    /** An event as the bytes of a delivery. */
    public static byte[] writeEvent(IncidentEvent event) {
        ObjectNode node = StrictJson.object();
        node.put("specversion", "1.0")
                .put("id", event.id())
                .put("source", "/weir/detectors/" + event.incident().detectorId())
                .put("type", event.type().id())
                .put("subject", event.incident().id())
                .put("time", event.time().toString())
                .put("datacontenttype", "application/json");
        node.set("data", write(event.incident()));
        return StrictJson.write(node);
    }

    /**
     * Reads an event.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static IncidentEvent readEvent(byte[] document) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, "incident envelope"), "");
        expect(fields, "specversion", "1.0");
        expect(fields, "datacontenttype", "application/json");
        IncidentReader.source(fields);
        String id = IncidentReader.id(fields, "id");
        IncidentEvent.Type type = fields.parsed("type", MAX_SOURCE, IncidentEvent.Type::of);
        String subject = IncidentReader.id(fields, "subject");
        Instant time = fields.instant("time");
        JsonFields data = fields.object("data");
        fields.end();
        Incident incident = read(data);
        if (!incident.id().equals(subject)) {
            throw new InvalidJsonException(
                    "subject is '" + subject + "', must be data.id, which is '" + incident.id() + "'");
        }
        return new IncidentEvent(id, type, time, incident);
    }

    /** An incident as a tree. */
    public static ObjectNode write(Incident incident) {
        return IncidentWriter.write(incident);
    }

    /**
     * Reads an incident and refuses what the schema does not know.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static Incident read(JsonFields fields) {
        return IncidentReader.read(fields);
    }

    private static void expect(JsonFields fields, String name, String only) {
        String value = fields.text(name, MAX_SOURCE);
        if (!value.equals(only)) {
            throw new InvalidJsonException(fields.path(name) + " is '" + value + "', must be '" + only + "'");
        }
    }
}
