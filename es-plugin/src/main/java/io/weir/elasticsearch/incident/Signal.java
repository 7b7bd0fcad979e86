package io.weir.elasticsearch.incident;

import io.weir.incident.Evidence;
import io.weir.incident.MetricWindow;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a detector says of one group at one interval.
 *
 * @param kind what it says
 * @param group the group
 * @param fingerprint the group's fingerprint
 * @param bucket start of the interval, milliseconds since the epoch
 * @param troubleSince start of the bad run, or of the interval if it is healthy
 * @param enoughSince start of the shortest part of the bad run that would have been enough to open an incident
 * @param severity how bad it is
 * @param title one line
 * @param reason a sentence or two
 * @param evidence what speaks for it, newest last
 * @param picture the metric around it, or null
 * @param labels beside those of the detector, for routing; the detector's own win
 */
public record Signal(
        Kind kind,
        Map<String, String> group,
        String fingerprint,
        long bucket,
        Instant troubleSince,
        Instant enoughSince,
        Severity severity,
        String title,
        String reason,
        List<Evidence> evidence,
        @Nullable MetricWindow picture,
        Map<String, String> labels) {

    /** What a detector can say. */
    public enum Kind {
        /** An incident should be open. */
        TROUBLE,
        /** More evidence for an incident that is open; none is opened by it. */
        EVIDENCE,
        /** Healthy for long enough: an incident should not be open. */
        HEALTHY
    }
}
