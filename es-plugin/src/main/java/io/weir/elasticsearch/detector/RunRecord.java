package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run did, for {@code _explain}.
 *
 * @param at when it began
 * @param tookMillis how long it took
 * @param node the node it ran on
 * @param from start of the first interval it judged, in milliseconds; equal to {@code to} if none was due
 * @param to end of the last interval it judged, in milliseconds
 * @param skipped intervals it left out because too many were due
 * @param groups groups that had data
 * @param opened incidents opened or reopened
 * @param updated incidents updated
 * @param resolved incidents resolved
 * @param notes why nothing more happened, one sentence each
 * @param error what went wrong, or null
 */
public record RunRecord(
        Instant at,
        long tookMillis,
        String node,
        long from,
        long to,
        long skipped,
        int groups,
        int opened,
        int updated,
        int resolved,
        List<String> notes,
        @Nullable String error) {
    private static final int MAX_NOTES = 10;
    private static final int MAX_TEXT = 1_000;

    /** Bounds what is stored. */
    public RunRecord {
        notes = notes.stream().limit(MAX_NOTES).map(RunRecord::clipped).toList();
        error = error == null ? null : clipped(error);
    }

    ObjectNode write() {
        ObjectNode node = StrictJson.object();
        node.put("at", at.toString())
                .put("took_ms", tookMillis)
                .put("node", this.node)
                .put("from", Instant.ofEpochMilli(from).toString())
                .put("to", Instant.ofEpochMilli(to).toString())
                .put("skipped", skipped)
                .put("groups", groups)
                .put("opened", opened)
                .put("updated", updated)
                .put("resolved", resolved);
        notes.forEach(node.putArray("notes")::add);
        if (error != null) {
            node.put("error", error);
        }
        return node;
    }

    static RunRecord read(JsonFields fields) {
        return new RunRecord(
                fields.instant("at"),
                fields.integer("took_ms", 0, Long.MAX_VALUE),
                fields.text("node", 300),
                fields.instant("from").toEpochMilli(),
                fields.instant("to").toEpochMilli(),
                fields.integer("skipped", 0, Long.MAX_VALUE),
                (int) fields.integer("groups", 0, Integer.MAX_VALUE),
                (int) fields.integer("opened", 0, Integer.MAX_VALUE),
                (int) fields.integer("updated", 0, Integer.MAX_VALUE),
                (int) fields.integer("resolved", 0, Integer.MAX_VALUE),
                fields.texts("notes", MAX_NOTES, MAX_TEXT),
                fields.optionalText("error", MAX_TEXT));
    }

    private static String clipped(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
    }
}
