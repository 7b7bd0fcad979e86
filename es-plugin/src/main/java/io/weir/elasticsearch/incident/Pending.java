package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.IncidentEvent;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;

/**
 * A delivery that an incident owes. Written as part of the incident's own update, so that no crash can lose it, and taken
 * out once the outbox holds the delivery.
 *
 * @param id id of the delivery, the same however often it is attempted to be created
 * @param webhook name of the webhook
 * @param type what to tell
 * @param sequence its place among the deliveries of this trouble
 * @param at when it happened
 */
public record Pending(String id, String webhook, IncidentEvent.Type type, long sequence, Instant at) {

    ObjectNode write() {
        return StrictJson.object()
                .put("id", id)
                .put("webhook", webhook)
                .put("type", type.id())
                .put("sequence", sequence)
                .put("at", at.toString());
    }

    static Pending read(JsonFields fields) {
        return new Pending(
                fields.text("id", 128),
                fields.text("webhook", 256),
                fields.parsed("type", 100, IncidentEvent.Type::of),
                fields.integer("sequence", 1, Long.MAX_VALUE),
                fields.instant("at"));
    }
}
