package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Weir keeps beside an incident to do everything once.
 *
 * @param episode number of this incident among those of its fingerprint, from 1
 * @param generation the detector's generation that last touched it
 * @param bucket start of the newest interval that was applied, in milliseconds; what is not newer is not applied again
 * @param revision goes up with every change
 * @param sequence number of the last delivery of this fingerprint, over all its episodes
 * @param seenAt when evidence was last added
 * @param suppressedUntil until when nothing is told of this fingerprint, or null
 * @param webhooks whom to tell
 * @param reports ids of the last reports that were applied, oldest first
 * @param pending deliveries owed
 */
public record Control(
        long episode,
        long generation,
        long bucket,
        long revision,
        long sequence,
        Instant seenAt,
        @Nullable Instant suppressedUntil,
        List<String> webhooks,
        List<String> reports,
        List<Pending> pending) {
    /** A job reports a handful of times; a retry of an older report than this is not recognised. */
    static final int MAX_REPORTS = 50;

    private static final int MAX_PENDING = 1000;

    /** Copies and bounds the lists. */
    public Control {
        webhooks = List.copyOf(webhooks);
        reports = List.copyOf(reports.subList(Math.max(0, reports.size() - MAX_REPORTS), reports.size()));
        pending = List.copyOf(pending);
    }

    boolean suppressedAt(Instant now) {
        return suppressedUntil != null && now.isBefore(suppressedUntil);
    }

    /** Whether an interval was applied already. */
    boolean applied(long detectorGeneration, long intervalStart) {
        return generation == detectorGeneration && bucket >= intervalStart;
    }

    Control touchedBy(long detectorGeneration, long intervalStart, Instant seen, List<String> whom) {
        return new Control(
                episode,
                detectorGeneration,
                intervalStart,
                revision + 1,
                sequence,
                seen,
                suppressedUntil,
                whom,
                reports,
                pending);
    }

    Control revised() {
        return new Control(
                episode,
                generation,
                bucket,
                revision + 1,
                sequence,
                seenAt,
                suppressedUntil,
                webhooks,
                reports,
                pending);
    }

    Control reported(String reportId) {
        List<String> all = new ArrayList<>(reports);
        all.add(reportId);
        return new Control(
                episode, generation, bucket, revision, sequence, seenAt, suppressedUntil, webhooks, all, pending);
    }

    Control suppressed(Instant until) {
        return new Control(episode, generation, bucket, revision, sequence, seenAt, until, webhooks, reports, pending);
    }

    /** With more deliveries owed; they take the next places in the order. */
    Control owing(List<Pending> more) {
        List<Pending> all = new ArrayList<>(pending);
        all.addAll(more);
        long last = more.stream().mapToLong(Pending::sequence).max().orElse(sequence);
        return new Control(
                episode, generation, bucket, revision, last, seenAt, suppressedUntil, webhooks, reports, all);
    }

    Control settled() {
        return new Control(
                episode, generation, bucket, revision, sequence, seenAt, suppressedUntil, webhooks, reports, List.of());
    }

    ObjectNode write() {
        ObjectNode node = StrictJson.object();
        node.put("episode", episode)
                .put("generation", generation)
                .put("bucket", bucket)
                .put("revision", revision)
                .put("sequence", sequence)
                .put("seen_at", seenAt.toString())
                .put("unsent", pending.size());
        if (suppressedUntil != null) {
            node.put("suppressed_until", suppressedUntil.toString());
        }
        webhooks.forEach(node.putArray("webhooks")::add);
        reports.forEach(node.putArray("reports")::add);
        ArrayNode owed = node.putArray("pending");
        pending.forEach(each -> owed.add(each.write()));
        return node;
    }

    static Control read(JsonFields fields) {
        fields.has("unsent");
        Control control = new Control(
                fields.integer("episode", 1, Long.MAX_VALUE),
                fields.integer("generation", 0, Long.MAX_VALUE),
                fields.integer("bucket", 0, Long.MAX_VALUE),
                fields.integer("revision", 0, Long.MAX_VALUE),
                fields.integer("sequence", 0, Long.MAX_VALUE),
                fields.instant("seen_at"),
                fields.optionalInstant("suppressed_until"),
                fields.texts("webhooks", 100, 256),
                fields.texts("reports", MAX_REPORTS, 128),
                fields.objects("pending", MAX_PENDING, Pending::read));
        fields.end();
        return control;
    }
}
