package io.weir.jenkins.shipment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Locale;

/**
 * A document to be sent somewhere. Its body lies in a file beside it.
 *
 * @param id the same for the same document, so that it is sent once; a file's name
 * @param receiver what kind of server gets it
 * @param scope part of the job tree whose Elasticsearch gets it, empty for the global one
 * @param what it is, for people
 * @param path that it is put to
 * @param createdAt when it was first to be sent
 * @param attempts how often that has failed
 * @param notBefore when to try next
 */
public record Shipment(
        String id,
        Receiver receiver,
        String scope,
        String what,
        String path,
        Instant createdAt,
        int attempts,
        Instant notBefore) {
    /** Servers that take documents. */
    public enum Receiver {
        /** The one of the scope; it is put to the path. */
        ELASTICSEARCH,
        /** The one that an administrator named for lineage; it is posted to its address, and the path is empty. */
        LINEAGE
    }

    private static final int VERSION = 1;
    private static final int TEXT = 4_000;

    /**
     * A new one for Elasticsearch, due at once.
     *
     * @throws IllegalArgumentException if the id is no file name
     */
    public static Shipment of(String id, String scope, String what, String path, Instant now) {
        return of(id, Receiver.ELASTICSEARCH, scope, what, path, now);
    }

    /**
     * A new event of lineage, due at once.
     *
     * @throws IllegalArgumentException if the id is no file name
     */
    public static Shipment ofLineage(String id, String what, Instant now) {
        return of(id, Receiver.LINEAGE, "", what, "", now);
    }

    private static Shipment of(String id, Receiver receiver, String scope, String what, String path, Instant now) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("id is '" + id + "', must be 1 to 100 of A-Z a-z 0-9 _ -");
        }
        return new Shipment(id, receiver, scope, what, path, now, 0, now);
    }

    Shipment retriedAt(Instant next) {
        return new Shipment(id, receiver, scope, what, path, createdAt, attempts + 1, next);
    }

    Shipment ofScope(String name) {
        return new Shipment(id, receiver, name, what, path, createdAt, attempts, notBefore);
    }

    byte[] write() {
        ObjectNode node = StrictJson.object()
                .put("version", VERSION)
                .put("id", id)
                .put("receiver", receiver.name().toLowerCase(Locale.ROOT))
                .put("scope", scope)
                .put("what", what)
                .put("path", path)
                .put("created_at", createdAt.toString())
                .put("attempts", attempts)
                .put("not_before", notBefore.toString());
        return StrictJson.write(node);
    }

    static Shipment read(byte[] document) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, "stored shipment"), "");
        fields.integer("version", VERSION, VERSION);
        Shipment shipment = new Shipment(
                fields.text("id", TEXT),
                // Those of releases before there was a second kind do not say it.
                fields.has("receiver") ? fields.parsed("receiver", TEXT, Shipment::receiver) : Receiver.ELASTICSEARCH,
                fields.text("scope", TEXT),
                fields.text("what", TEXT),
                fields.text("path", TEXT),
                fields.instant("created_at"),
                (int) fields.integer("attempts", 0, Integer.MAX_VALUE),
                fields.instant("not_before"));
        fields.end();
        return shipment;
    }

    private static Receiver receiver(String word) {
        for (Receiver each : Receiver.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("must be elasticsearch or lineage");
    }
}
