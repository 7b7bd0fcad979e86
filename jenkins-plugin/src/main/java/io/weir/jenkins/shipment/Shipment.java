package io.weir.jenkins.shipment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;

/**
 * A document to be put somewhere. Its body lies in a file beside it.
 *
 * @param id the same for the same document, so that it is sent once; a file's name
 * @param scope part of the job tree whose Elasticsearch gets it, empty for the global one
 * @param what it is, for people
 * @param path that it is put to
 * @param createdAt when it was first to be sent
 * @param attempts how often that has failed
 * @param notBefore when to try next
 */
public record Shipment(
        String id, String scope, String what, String path, Instant createdAt, int attempts, Instant notBefore) {
    private static final int VERSION = 1;
    private static final int TEXT = 4_000;

    /**
     * A new one, due at once.
     *
     * @throws IllegalArgumentException if the id is no file name
     */
    public static Shipment of(String id, String scope, String what, String path, Instant now) {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("id is '" + id + "', must be 1 to 100 of A-Z a-z 0-9 _ -");
        }
        return new Shipment(id, scope, what, path, now, 0, now);
    }

    Shipment retriedAt(Instant next) {
        return new Shipment(id, scope, what, path, createdAt, attempts + 1, next);
    }

    Shipment ofScope(String name) {
        return new Shipment(id, name, what, path, createdAt, attempts, notBefore);
    }

    byte[] write() {
        ObjectNode node = StrictJson.object()
                .put("version", VERSION)
                .put("id", id)
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
                fields.text("scope", TEXT),
                fields.text("what", TEXT),
                fields.text("path", TEXT),
                fields.instant("created_at"),
                (int) fields.integer("attempts", 0, Integer.MAX_VALUE),
                fields.instant("not_before"));
        fields.end();
        return shipment;
    }
}
