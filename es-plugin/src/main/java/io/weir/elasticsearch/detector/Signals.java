package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.incident.Signal;
import io.weir.incident.Evidence;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what a reading says of an interval into words. */
final class Signals {
    private static final int MAX_TITLE = 300;
    private static final int MAX_REASON = 2000;

    private final String detectorId;
    private final DetectorDefinition definition;
    private final long from;

    /** Signals of intervals counted from {@code from}. */
    Signals(String detectorId, DetectorDefinition definition, long from) {
        this.detectorId = detectorId;
        this.definition = definition;
        this.from = from;
    }

    String detectorId() {
        return detectorId;
    }

    /** What kind of thing the reading says of interval {@code i}, or null if it says nothing. Cheap, unlike the words. */
    static Signal.@Nullable Kind kind(GroupReading reading, int i) {
        if (reading.opens(i)) {
            return Signal.Kind.TROUBLE;
        }
        if (reading.heals(i)) {
            return Signal.Kind.HEALTHY;
        }
        return reading.finding(i) == Finding.BAD ? Signal.Kind.EVIDENCE : null;
    }

    /** What the reading says of interval {@code i}, which is of that kind. */
    Signal of(Signal.Kind kind, GroupReading reading, int i) {
        return kind == Signal.Kind.HEALTHY ? healthy(reading, i) : trouble(kind, reading, i);
    }

    private Signal trouble(Signal.Kind kind, GroupReading reading, int i) {
        int start = reading.troubleStart(i);
        int enough = reading.worst(i).enoughStart(i);
        List<Evidence> evidence = reading.evidence(kind == Signal.Kind.TROUBLE ? start : i, i);
        String name = GroupSeries.name(reading.group(), detectorId);
        String metric = reading.worst(i).clause().name();
        Evidence newest = reading.worst(i).evidence(i);
        DriftSeen seen = reading.worst(i).seen(i);
        int length = i - start + 1;
        String reason = metric + " of " + name + " at " + newest.at() + ": " + newest.reason() + "; "
                + (length == 1 ? "1 interval" : length + " intervals in a row") + " so far";
        return new Signal(
                kind,
                reading.group(),
                reading.fingerprint(detectorId),
                time(i),
                Instant.ofEpochMilli(time(start)),
                Instant.ofEpochMilli(time(enough)),
                reading.severity(i),
                clipped(name + ": " + (seen == null ? title(metric, newest) : seen.title()), MAX_TITLE),
                clipped(reason, MAX_REASON),
                evidence,
                reading.picture(i),
                seen == null ? Map.of() : seen.labels());
    }

    private Signal healthy(GroupReading reading, int i) {
        Map<String, String> group = reading.group();
        Instant at = Instant.ofEpochMilli(time(i));
        return new Signal(
                Signal.Kind.HEALTHY,
                group,
                reading.fingerprint(detectorId),
                time(i),
                at,
                at,
                Severity.LOW,
                GroupSeries.name(group, detectorId) + ": healthy",
                definition.resolveAfter() + " healthy intervals in a row",
                List.of(),
                reading.picture(i),
                Map.of());
    }

    private static String title(String metric, Evidence evidence) {
        String limit = Double.isNaN(evidence.expected()) ? "limit" : "expected band";
        if (Double.isNaN(evidence.value())) {
            return metric + " is missing";
        }
        return String.format(
                Locale.ROOT, "%s is %s its %s", metric, evidence.value() > evidence.upper() ? "above" : "below", limit);
    }

    private long time(int i) {
        return from + i * definition.intervalMillis();
    }

    private static String clipped(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }
}
