package io.weir.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One trouble with one cause, from its first bad interval to its end. Immutable; transitions return a new incident.
 *
 * @param id unique; the fingerprint and the number of the episode, as in {@code 6f1d2c0b9a8e7d6c-2}
 * @param fingerprint what makes two troubles the same one: see {@link Fingerprint}
 * @param kind what sort of trouble: {@code anomaly}, {@code threshold}, …
 * @param state where it stands
 * @param severity how bad it is; rises with evidence, never falls while it is open
 * @param title one line
 * @param reason a sentence or two on why it was opened, readable at 3 a.m.
 * @param detectorId the detector that opened it
 * @param detectorVersion version of the detector's definition then
 * @param group grouping keys and their values, as {@code service.name → payments}
 * @param labels labels from the detector, for routing
 * @param startedAt start of the first bad interval
 * @param openedAt when the incident was opened
 * @param updatedAt when it last changed
 * @param acknowledgedAt when somebody took it, or null
 * @param resolvedAt when it ended, or null
 * @param outcome how it ended, or null
 * @param evidence newest last, {@value #MAX_EVIDENCE} at most
 * @param series the metric around the trouble, or null
 * @param history oldest first, {@value #MAX_HISTORY} lines and {@value #MAX_HISTORY_TEXT} characters at most; older ones
 *     fall out, except the first
 */
public record Incident(
        String id,
        String fingerprint,
        String kind,
        IncidentState state,
        Severity severity,
        String title,
        String reason,
        String detectorId,
        long detectorVersion,
        Map<String, String> group,
        Map<String, String> labels,
        Instant startedAt,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant resolvedAt,
        @Nullable Outcome outcome,
        List<Evidence> evidence,
        @Nullable MetricWindow series,
        List<HistoryEntry> history) {

    /** Evidence kept; older pieces fall out, except the first, which opened the incident. */
    public static final int MAX_EVIDENCE = 100;

    /** History kept; the first entry always stays. */
    public static final int MAX_HISTORY = 200;

    /** Characters of history kept: in JSON at most six bytes each, so that an incident stays within what receivers read. */
    public static final int MAX_HISTORY_TEXT = 50_000;

    /** Copies and bounds the collections. */
    public Incident {
        group = Map.copyOf(group);
        labels = Map.copyOf(labels);
        evidence = bounded(evidence, MAX_EVIDENCE);
        history = readable(bounded(history, MAX_HISTORY));
    }

    /** Whether it is not resolved. */
    public boolean isActive() {
        return state != IncidentState.RESOLVED;
    }

    /** The incident with new evidence, a fresh picture, and the worse of both severities. */
    public Incident withEvidence(List<Evidence> more, Severity seen, @Nullable MetricWindow picture, Instant at) {
        return changed(at, draft -> {
            draft.evidence = plus(evidence, more);
            draft.severity = severity.or(seen);
            draft.series = picture == null ? series : picture;
        });
    }

    /**
     * The incident in another state, with a line of history.
     *
     * @throws IllegalStateException naming both states, if there is no such transition
     */
    public Incident become(IncidentState next, String by, String note, @Nullable Outcome how, Instant at) {
        return become(next, new HistoryEntry(at, next, by, note, how, null));
    }

    /**
     * The incident in another state, with {@code entry} as the line of history.
     *
     * @throws IllegalStateException naming both states, if there is no such transition
     */
    public Incident become(IncidentState next, HistoryEntry entry) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("incident " + id + " is " + state.id() + " and can't become " + next.id());
        }
        boolean over = next == IncidentState.RESOLVED;
        return changed(entry.at(), draft -> {
            draft.state = next;
            draft.acknowledgedAt = switch (next) {
                case OPEN -> null;
                case ACKNOWLEDGED -> entry.at();
                case RESOLVED -> acknowledgedAt;
            };
            draft.resolvedAt = over ? entry.at() : null;
            draft.outcome = over ? entry.outcome() : null;
            draft.history = plus(history, List.of(entry));
        });
    }

    /** The incident with a line of history and no change of state. */
    public Incident noted(HistoryEntry entry) {
        return changed(entry.at(), draft -> draft.history = plus(history, List.of(entry)));
    }

    private Incident changed(Instant at, Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Incident(
                id,
                fingerprint,
                kind,
                draft.state,
                draft.severity,
                title,
                reason,
                detectorId,
                detectorVersion,
                group,
                labels,
                startedAt,
                openedAt,
                at,
                draft.acknowledgedAt,
                draft.resolvedAt,
                draft.outcome,
                draft.evidence,
                draft.series,
                draft.history);
    }

    private static <T> List<T> plus(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static <T> List<T> bounded(List<T> all, int limit) {
        if (all.size() <= limit) {
            return List.copyOf(all);
        }
        List<T> kept = new ArrayList<>(limit);
        kept.add(all.getFirst());
        kept.addAll(all.subList(all.size() - limit + 1, all.size()));
        return List.copyOf(kept);
    }

    /** The first entry, and as many of the newest as fit. */
    private static List<HistoryEntry> readable(List<HistoryEntry> all) {
        int left = MAX_HISTORY_TEXT - (all.isEmpty() ? 0 : all.getFirst().length());
        int kept = all.size();
        while (kept > 1 && left >= all.get(kept - 1).length()) {
            kept--;
            left -= all.get(kept).length();
        }
        return kept <= 1 ? all : plus(List.of(all.getFirst()), all.subList(kept, all.size()));
    }

    /** The parts that change during an incident's life. */
    private static final class Draft {
        IncidentState state;
        Severity severity;

        @Nullable
        Instant acknowledgedAt;

        @Nullable
        Instant resolvedAt;

        @Nullable
        Outcome outcome;

        List<Evidence> evidence;

        @Nullable
        MetricWindow series;

        List<HistoryEntry> history;

        Draft(Incident from) {
            state = from.state;
            severity = from.severity;
            acknowledgedAt = from.acknowledgedAt;
            resolvedAt = from.resolvedAt;
            outcome = from.outcome;
            evidence = from.evidence;
            series = from.series;
            history = from.history;
        }
    }
}
