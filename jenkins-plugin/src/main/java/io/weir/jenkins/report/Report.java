package io.weir.jenkins.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.incident.Outcome;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a build has to say of one incident.
 *
 * @param id the same for the same words of the same build, so that Elasticsearch takes it once however often it is sent
 * @param scope part of the job tree whose Elasticsearch is told, a folder's full name; empty for the global one
 * @param incidentId the incident
 * @param outcome what it came to
 * @param note a sentence, possibly empty
 * @param by the build, for people
 * @param url address of the build, or null if Jenkins has none
 * @param createdAt when it was said
 * @param attempts how often sending it has failed
 * @param notBefore when to try next
 */
public record Report(
        String id,
        String scope,
        String incidentId,
        Outcome outcome,
        String note,
        String by,
        @Nullable String url,
        Instant createdAt,
        int attempts,
        Instant notBefore) {
    /** For the global Elasticsearch: readable by every release. */
    private static final int GLOBAL = 1;

    /** For that of a part of the job tree. */
    private static final int SCOPED = 2;

    private static final int TEXT = 2_000;

    /** The same after a failed attempt. */
    Report retriedAt(Instant next) {
        return new Report(id, scope, incidentId, outcome, note, by, url, createdAt, attempts + 1, next);
    }

    /** The same for a scope that has another name now. */
    Report ofScope(String name) {
        return new Report(id, name, incidentId, outcome, note, by, url, createdAt, attempts, notBefore);
    }

    /** Path of the request that tells it. */
    String path() {
        return "/_weir/incidents/" + incidentId + (outcome.closes() ? "/_resolve" : "/_note");
    }

    /** Body of that request. */
    byte[] body() {
        ObjectNode body = StrictJson.object();
        body.put("by", by).put("note", note).put("outcome", outcome.id()).put("report_id", id);
        if (url != null) {
            body.put("url", url);
        }
        return StrictJson.write(body);
    }

    byte[] write() {
        ObjectNode node = StrictJson.object();
        node.put("version", scope.isEmpty() ? GLOBAL : SCOPED)
                .put("id", id)
                .put("incident", incidentId)
                .put("outcome", outcome.id())
                .put("note", note)
                .put("by", by)
                .put("url", url)
                .put("created_at", createdAt.toString())
                .put("attempts", attempts)
                .put("not_before", notBefore.toString());
        if (!scope.isEmpty()) {
            node.put("scope", scope);
        }
        return StrictJson.write(node);
    }

    static Report read(byte[] document) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, "stored report"), "");
        fields.integer("version", GLOBAL, SCOPED);
        Report report = new Report(
                fields.text("id", TEXT),
                Objects.requireNonNullElse(fields.optionalText("scope", TEXT), ""),
                fields.text("incident", TEXT),
                fields.parsed("outcome", TEXT, Outcome::of),
                fields.text("note", TEXT),
                fields.text("by", TEXT),
                fields.optionalText("url", TEXT),
                fields.instant("created_at"),
                (int) fields.integer("attempts", 0, Integer.MAX_VALUE),
                fields.instant("not_before"));
        fields.end();
        return report;
    }
}
