package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.StoredDocument;
import io.weir.incident.Fingerprint;
import io.weir.incident.HistoryEntry;
import io.weir.incident.Incident;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentState;
import io.weir.incident.Outcome;
import io.weir.incident.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a signal does to an incident. A pure function of the stored document, the signal and the time: the same
 * signal a second time changes nothing.
 */
final class Lifecycle {
    /** Evidence of an open incident is written this often, or at once if it got worse. */
    static final Duration EVIDENCE_EVERY = Duration.ofSeconds(60);

    private static final int MAX_LABELS = 32;

    private final Watch watch;
    private final Instant now;

    Lifecycle(Watch watch, Instant now) {
        this.watch = watch;
        this.now = now;
    }

    /**
     * What to do.
     *
     * @param stored the document of the signal's fingerprint as it was read, or null
     * @param existing the same, parsed, or null
     */
    Plan plan(@Nullable StoredDocument stored, @Nullable IncidentDocument existing, Signal signal) {
        if (existing != null && existing.control().applied(watch.generation(), signal.bucket())) {
            return new Plan.Skip("");
        }
        boolean active = existing != null && existing.active();
        return switch (signal.kind()) {
            case HEALTHY -> existing != null && active ? resolve(existing, signal) : new Plan.Skip("");
            case EVIDENCE -> existing != null && active ? extend(existing, signal) : new Plan.Skip("");
            case TROUBLE ->
                existing == null
                        ? open(null, null, signal)
                        : active ? extend(existing, signal) : again(stored, existing, signal);
        };
    }

    private Plan again(@Nullable StoredDocument stored, IncidentDocument existing, Signal signal) {
        Control control = existing.control();
        if (control.suppressedAt(now)) {
            return new Plan.Skip(
                    existing.incident().fingerprint() + " is suppressed until " + control.suppressedUntil());
        }
        Instant resolved = existing.incident().resolvedAt();
        Outcome outcome = existing.incident().outcome();
        if (resolved != null
                && outcome == Outcome.NOT_NEEDED
                && !signal.troubleSince().isAfter(resolved)) {
            return new Plan.Skip(
                    existing.incident().id() + " was resolved as not_needed, and it is still the same trouble");
        }
        if (resolved != null && outcome == Outcome.FIXED && signal.enoughSince().isBefore(resolved)) {
            return new Plan.Skip(
                    existing.incident().id() + " was resolved as fixed; trouble since then is too short yet");
        }
        return existing.resolvedWithin(watch.reopenWithinMillis(), now)
                ? reopen(existing, signal)
                : open(stored, existing, signal);
    }

    private Plan open(@Nullable StoredDocument stored, @Nullable IncidentDocument past, Signal signal) {
        long episode = past == null ? 1 : past.control().episode() + 1;
        HistoryEntry opened = new HistoryEntry(now, IncidentState.OPEN, by(), signal.reason(), null, null);
        Incident incident = new Incident(
                signal.fingerprint() + "-" + episode,
                signal.fingerprint(),
                watch.kind(),
                IncidentState.OPEN,
                signal.severity(),
                signal.title(),
                signal.reason(),
                watch.detectorId(),
                watch.version(),
                signal.group(),
                labels(signal),
                signal.troubleSince(),
                now,
                now,
                null,
                null,
                null,
                signal.evidence(),
                signal.picture(),
                List.of(opened));
        Control control = new Control(
                episode,
                watch.generation(),
                signal.bucket(),
                past == null ? 1 : past.control().revision() + 1,
                past == null ? 0 : past.control().sequence(),
                now,
                null,
                watch.webhooks(),
                List.of(),
                List.of());
        return told(incident, control, Effect.OPENED, signal, stored);
    }

    /** As many as the contract allows. */
    private Map<String, String> labels(Signal signal) {
        Map<String, String> labels = new TreeMap<>(watch.labels());
        signal.labels().forEach((name, value) -> {
            if (labels.size() < MAX_LABELS) {
                labels.putIfAbsent(name, value);
            }
        });
        return labels;
    }

    private Plan reopen(IncidentDocument existing, Signal signal) {
        Incident incident = existing.incident()
                .become(IncidentState.OPEN, by(), "it came back: " + signal.reason(), null, now)
                .withEvidence(signal.evidence(), signal.severity(), signal.picture(), now);
        return told(incident, touched(existing, signal, now), Effect.REOPENED, signal, null);
    }

    private Plan extend(IncidentDocument existing, Signal signal) {
        Severity before = existing.incident().severity();
        boolean worse = before.or(signal.severity()) != before;
        if (!worse && now.isBefore(existing.control().seenAt().plus(EVIDENCE_EVERY))) {
            return new Plan.Skip("");
        }
        Incident incident =
                existing.incident().withEvidence(signal.evidence(), signal.severity(), signal.picture(), now);
        Control control = touched(existing, signal, now);
        if (!worse) {
            return new Plan.Change(new IncidentDocument(incident, control), Effect.NOTED, null);
        }
        String note =
                "severity rose from " + before.id() + " to " + signal.severity().id();
        return told(
                incident.noted(new HistoryEntry(now, null, by(), note, null, null)),
                control,
                Effect.WORSENED,
                signal,
                null);
    }

    private Plan resolve(IncidentDocument existing, Signal signal) {
        Incident incident = existing.incident()
                .become(IncidentState.RESOLVED, by(), signal.reason(), Outcome.RECOVERED, now)
                .withEvidence(List.of(), Severity.LOW, signal.picture(), now);
        return told(incident, touched(existing, signal, existing.control().seenAt()), Effect.RESOLVED, signal, null);
    }

    private Control touched(IncidentDocument existing, Signal signal, Instant seen) {
        return existing.control().touchedBy(watch.generation(), signal.bucket(), seen, watch.webhooks());
    }

    private Plan told(Incident incident, Control control, Effect effect, Signal signal, @Nullable StoredDocument past) {
        String[] cause = {
            watch.detectorId(),
            Long.toString(watch.generation()),
            Long.toString(signal.bucket()),
            signal.fingerprint(),
            effect.id()
        };
        return new Plan.Change(new IncidentDocument(incident, owing(control, effect, cause, now)), effect, past);
    }

    /** The control with a delivery to each webhook, unless the fingerprint is suppressed. */
    static Control owing(Control control, Effect effect, String[] cause, Instant now) {
        IncidentEvent.Type type = effect.tells();
        if (type == null || control.suppressedAt(now)) {
            return control;
        }
        List<Pending> owed = new ArrayList<>();
        for (String webhook : control.webhooks()) {
            String[] parts = Arrays.copyOf(cause, cause.length + 1);
            parts[cause.length] = webhook;
            owed.add(new Pending(Fingerprint.of(parts), webhook, type, control.sequence() + 1, now));
        }
        return control.owing(owed);
    }

    private String by() {
        return "detector " + watch.detectorId();
    }
}
