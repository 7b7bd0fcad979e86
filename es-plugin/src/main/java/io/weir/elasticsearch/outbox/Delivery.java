package io.weir.elasticsearch.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event for one webhook.
 *
 * @param id the delivery's id, the same for each attempt
 * @param webhook name of the webhook
 * @param incident id of the incident
 * @param type the event's type
 * @param queue deliveries of one queue leave in order: one fingerprint to one webhook
 * @param sequence place in the queue
 * @param state where it stands
 * @param createdAt when it was put here
 * @param dueAt when to send it, or to send it again
 * @param finishedAt when it was delivered or parked, or null
 * @param attempts how often it was sent
 * @param lastStatus HTTP status of the last answer, 0 if there was none
 * @param lastError why the last attempt failed, or null
 * @param event the event, as it is sent
 */
public record Delivery(
        String id,
        String webhook,
        String incident,
        String type,
        String queue,
        long sequence,
        DeliveryState state,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        int attempts,
        int lastStatus,
        @Nullable String lastError,
        ObjectNode event) {
    private static final int MAX_ERROR = 500;

    /** A new delivery, due at once. */
    public static Delivery of(
            String id,
            String webhook,
            String incident,
            String type,
            String queue,
            long sequence,
            Instant now,
            ObjectNode event) {
        return new Delivery(
                id, webhook, incident, type, queue, sequence, DeliveryState.PENDING, now, now, null, 0, 0, null, event);
    }

    Delivery delivered(int status, Instant now) {
        return changed(DeliveryState.DELIVERED, dueAt, now, attempts + 1, status, null);
    }

    Delivery parked(int status, String error, Instant now) {
        return changed(DeliveryState.PARKED, dueAt, now, attempts + 1, status, error);
    }

    Delivery failed(int status, String error, Instant due) {
        return changed(state, due, null, attempts + 1, status, error);
    }

    Delivery postponed(Instant due) {
        return changed(state, due, null, attempts, lastStatus, lastError);
    }

    Delivery retried(Instant now) {
        return changed(DeliveryState.PENDING, now, null, 0, lastStatus, lastError);
    }

    /** What an attempt changes; the rest stays as it was created. */
    private Delivery changed(
            DeliveryState next, Instant due, @Nullable Instant finished, int made, int status, @Nullable String error) {
        return new Delivery(
                id,
                webhook,
                incident,
                type,
                queue,
                sequence,
                next,
                createdAt,
                due,
                finished,
                made,
                status,
                error == null ? null : clipped(error),
                event);
    }

    /** The document that is stored. */
    public ObjectNode write() {
        ObjectNode node = common();
        if (finishedAt != null) {
            node.put("finished_at", finishedAt.toString());
        }
        node.put("queue", queue).put("sequence", sequence);
        node.set("event", event);
        return node;
    }

    /** What a caller is shown. */
    ObjectNode summary() {
        ObjectNode node = common();
        if (finishedAt != null) {
            node.put(state.id() + "_at", finishedAt.toString());
        }
        return node;
    }

    private ObjectNode common() {
        ObjectNode node = StrictJson.object();
        node.put("id", id)
                .put("webhook", webhook)
                .put("incident", incident)
                .put("type", type)
                .put("state", state.id())
                .put("created_at", createdAt.toString())
                .put("due_at", dueAt.toString())
                .put("attempts", attempts)
                .put("last_status", lastStatus);
        if (lastError != null) {
            node.put("last_error", lastError);
        }
        return node;
    }

    /**
     * Reads a stored document.
     *
     * @throws InvalidJsonException if it is not what this version writes; the message names the delivery
     */
    static Delivery read(String documentId, ObjectNode document) {
        try {
            JsonFields fields = new JsonFields(document, "");
            ObjectNode event = fields.raw("event");
            Delivery delivery = new Delivery(
                    fields.text("id", 128),
                    fields.text("webhook", 256),
                    fields.text("incident", 128),
                    fields.text("type", 100),
                    fields.text("queue", 400),
                    fields.integer("sequence", 0, Long.MAX_VALUE),
                    fields.parsed("state", 20, DeliveryState::of),
                    fields.instant("created_at"),
                    fields.instant("due_at"),
                    fields.optionalInstant("finished_at"),
                    (int) fields.integer("attempts", 0, Integer.MAX_VALUE),
                    (int) fields.integer("last_status", 0, 1000),
                    fields.optionalText("last_error", MAX_ERROR),
                    event == null ? StrictJson.object() : event);
            fields.end();
            return delivery;
        } catch (InvalidJsonException e) {
            throw new InvalidJsonException("stored delivery '" + documentId + "' cannot be read: " + e.getMessage());
        }
    }

    private static String clipped(String error) {
        return error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR - 1) + "…";
    }
}
