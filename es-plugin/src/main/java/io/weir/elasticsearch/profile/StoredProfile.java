package io.weir.elasticsearch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored profile without its content.
 *
 * @param reference its name and version
 * @param digest of its content
 * @param rows of the data set
 * @param columns of the data set
 * @param storedAt when it was stored
 * @param build what took it, such as a build's address; null if nobody said
 * @param dataDigest digest of the data that it was taken of; null if nobody said
 */
record StoredProfile(
        ProfileReference reference,
        String digest,
        long rows,
        int columns,
        Instant storedAt,
        @Nullable String build,
        @Nullable String dataDigest) {
    static final String DOCUMENT = "document";
    static final int MAX_NOTE = 1000;
    private static final int MAX_DIGEST = 200;

    /** Id of its document; no name holds an {@code @}. */
    String id() {
        return reference.toString();
    }

    /** Its document. */
    ObjectNode write(ObjectNode content) {
        ObjectNode node = StrictJson.object().put("@timestamp", storedAt.toString());
        ObjectNode profile = node.putObject("weir").putObject("profile").put("doc", "profile");
        profile.setAll(shown());
        node.set(DOCUMENT, content);
        return node;
    }

    /** What a caller is shown of it. */
    ObjectNode shown() {
        ObjectNode node = StrictJson.object()
                .put("id", id())
                .put("name", reference.name())
                .put("version", reference.revision())
                .put("digest", digest)
                .put("rows", rows)
                .put("columns", columns)
                .put("stored_at", storedAt.toString());
        if (build != null) {
            node.put("build", build);
        }
        if (dataDigest != null) {
            node.put("data_digest", dataDigest);
        }
        return node;
    }

    /**
     * Reads a document.
     *
     * @throws InvalidJsonException if somebody else wrote it
     */
    static StoredProfile read(ObjectNode source) {
        JsonFields fields = new JsonFields(source, "").object("weir").object("profile");
        return new StoredProfile(
                new ProfileReference(fields.text("name", 100), fields.text("version", 100)),
                fields.text("digest", MAX_DIGEST),
                fields.integer("rows", 0, Long.MAX_VALUE),
                (int) fields.integer("columns", 0, Integer.MAX_VALUE),
                fields.instant("stored_at"),
                fields.optionalText("build", MAX_NOTE),
                fields.optionalText("data_digest", MAX_NOTE));
    }
}
