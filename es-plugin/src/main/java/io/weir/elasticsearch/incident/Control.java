package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
        return changed(draft -> {
            draft.generation = detectorGeneration;
            draft.bucket = intervalStart;
            draft.revision++;
            draft.seenAt = seen;
            draft.webhooks = whom;
        });
    }

    Control revised() {
        return changed(draft -> draft.revision++);
    }

    Control reported(String reportId) {
        return changed(draft -> draft.reports = plus(reports, List.of(reportId)));
    }

    Control suppressed(Instant until) {
        return changed(draft -> draft.suppressedUntil = until);
    }

    /** With more deliveries owed; they take the next places in the order. */
    Control owing(List<Pending> more) {
        return changed(draft -> {
            draft.sequence = more.stream().mapToLong(Pending::sequence).max().orElse(sequence);
            draft.pending = plus(pending, more);
        });
    }

    Control settled() {
        return changed(draft -> draft.pending = List.of());
    }

    private Control changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Control(
                episode,
                draft.generation,
                draft.bucket,
                draft.revision,
                draft.sequence,
                draft.seenAt,
                draft.suppressedUntil,
                draft.webhooks,
                draft.reports,
                draft.pending);
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
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

    /** The parts that change during an episode. */
    private static final class Draft {
        long generation;
        long bucket;
        long revision;
        long sequence;
        Instant seenAt;

        @Nullable
        Instant suppressedUntil;

        List<String> webhooks;
        List<String> reports;
        List<Pending> pending;

        Draft(Control from) {
            generation = from.generation;
            bucket = from.bucket;
            revision = from.revision;
            sequence = from.sequence;
            seenAt = from.seenAt;
            suppressedUntil = from.suppressedUntil;
            webhooks = from.webhooks;
            reports = from.reports;
            pending = from.pending;
        }
    }
}
