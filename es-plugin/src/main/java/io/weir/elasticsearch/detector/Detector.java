package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.store.StoredDocument;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A detector as it is stored.
 *
 * @param id its id
 * @param version goes up with every PUT
 * @param generation goes up when it begins to look from now on again: at its creation, at a start, at a new interval. Part
 *     of the id of every delivery, so that a detector put anew under an old id does not meet deliveries of the old one
 * @param createdAt when it was first put
 * @param updatedAt when it last changed
 * @param source the definition, as the user wrote it
 * @param definition the definition, read
 * @param creator headers to search as the user who put it; empty on a server without security
 */
public record Detector(
        String id,
        long version,
        long generation,
        Instant createdAt,
        Instant updatedAt,
        ObjectNode source,
        DetectorDefinition definition,
        Map<String, String> creator) {
    static final String DOC = "detector";

    /** The next version, by a PUT. It looks from now on if it looks at other intervals than this one, or did not look. */
    Detector replacedBy(ObjectNode newSource, DetectorDefinition next, Map<String, String> by, Instant now) {
        boolean goesOn = definition.enabled() && definition.intervalMillis() == next.intervalMillis();
        return new Detector(
                id, version + 1, goesOn ? generation : nextGeneration(now), createdAt, now, newSource, next, by);
    }

    /** The same, started or stopped. A started one looks from now on: what happened meanwhile is no news. */
    Detector enabled(boolean enabled, Instant now) {
        ObjectNode changed = source.deepCopy();
        changed.put("enabled", enabled);
        return new Detector(
                id,
                version,
                enabled ? nextGeneration(now) : generation,
                createdAt,
                now,
                changed,
                DefinitionParser.parse(changed),
                creator);
    }

    /** Later than all before, also than those of a detector that had this id and was deleted. */
    private long nextGeneration(Instant now) {
        return Math.max(generation + 1, now.toEpochMilli());
    }

    /** The same, in the place of a document that this version cannot read, whose numbers it goes on from. */
    Detector after(ObjectNode unreadable) {
        return new Detector(
                id,
                unreadable.path("version").asLong() + 1,
                Math.max(unreadable.path("generation").asLong() + 1, generation),
                createdAt,
                updatedAt,
                source,
                definition,
                creator);
    }

    /** Refuses what could be stored and not be read again: what is stored has a level more than what was sent. */
    void checkReadable() {
        StrictJson.parseObject(StrictJson.write(toDocument()), "the detector as it is stored");
    }

    /** The document that is stored. */
    ObjectNode toDocument() {
        ObjectNode node = StrictJson.object();
        node.put("doc", DOC)
                .put("id", id)
                .put("version", version)
                .put("generation", generation)
                .put("enabled", definition.enabled())
                .put("created_at", createdAt.toString())
                .put("updated_at", updatedAt.toString());
        node.set("definition", source);
        ObjectNode headers = node.putObject("creator");
        creator.forEach(headers::put);
        return node;
    }

    /** What a caller is shown: everything but the creator's headers. */
    ObjectNode toAnswer() {
        ObjectNode node = StrictJson.object();
        node.put("id", id)
                .put("version", version)
                .put("enabled", definition.enabled())
                .put("created_at", createdAt.toString())
                .put("updated_at", updatedAt.toString());
        node.set("detector", source);
        return node;
    }

    /** A stored detector; empty if it is not what this version writes. */
    static Optional<Detector> readable(StoredDocument stored) {
        try {
            return Optional.of(read(stored.id(), stored.source()));
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a stored document.
     *
     * @throws InvalidJsonException if it is not what this version writes; the message names the detector
     */
    static Detector read(String documentId, ObjectNode document) {
        try {
            JsonFields fields = new JsonFields(document, "");
            fields.text("doc", 20);
            fields.flag("enabled", true);
            ObjectNode source = fields.raw("definition");
            if (source == null) {
                throw new InvalidJsonException("definition is missing");
            }
            Detector detector = new Detector(
                    DefinitionParser.id(fields.text("id", 64)),
                    fields.integer("version", 1, Long.MAX_VALUE),
                    fields.integer("generation", 1, Long.MAX_VALUE),
                    fields.instant("created_at"),
                    fields.instant("updated_at"),
                    source,
                    DefinitionParser.parse(source),
                    fields.textMap("creator", 4, 100_000));
            fields.end();
            return detector;
        } catch (InvalidJsonException e) {
            throw new InvalidJsonException(
                    "stored detector '" + documentId + "' cannot be read: " + e.getMessage() + "; put it again");
        }
    }
}
