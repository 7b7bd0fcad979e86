package io.weir.elasticsearch.incident;

import io.weir.elasticsearch.store.StoredDocument;
import io.weir.incident.HistoryEntry;
import io.weir.incident.IncidentState;
import io.weir.incident.Outcome;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.test.ESTestCase;
import org.jspecify.annotations.Nullable;

public class LifecycleTests extends ESTestCase {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final String FINGERPRINT = "0123456789abcdef0123456789abcdef";

    public void testShouldOpenWithADeliveryOwed() {
        Plan.Change change = changed(null, signal(Signal.Kind.TROUBLE, 10), NOW);

        Assertions.assertThat(change.effect()).isEqualTo(Effect.OPENED);
        Assertions.assertThat(change.next().incident().id()).isEqualTo(FINGERPRINT + "-1");
        Assertions.assertThat(change.next().control().pending()).hasSize(1);
    }

    public void testShouldOweTheSameDeliveryHoweverOftenItIsDecided() {
        Plan.Change first = changed(null, signal(Signal.Kind.TROUBLE, 10), NOW);
        Plan.Change later = changed(null, signal(Signal.Kind.TROUBLE, 10), NOW.plusSeconds(5));

        Assertions.assertThat(later.next().control().pending().getFirst().id())
                .isEqualTo(first.next().control().pending().getFirst().id());
    }

    public void testShouldApplyAnIntervalOnce() {
        IncidentDocument open = opened();

        Assertions.assertThat(plan(open, signal(Signal.Kind.TROUBLE, 10), NOW.plusSeconds(600)))
                .isInstanceOf(Plan.Skip.class);
        Assertions.assertThat(plan(open, signal(Signal.Kind.HEALTHY, 9), NOW)).isInstanceOf(Plan.Skip.class);
    }

    public void testShouldResolveAndThenReopenWithinItsTime() {
        IncidentDocument resolved =
                changed(opened(), signal(Signal.Kind.HEALTHY, 11), NOW).next();
        Plan.Change again = changed(resolved, signal(Signal.Kind.TROUBLE, 20), NOW.plusSeconds(60));

        Assertions.assertThat(resolved.incident().outcome()).isEqualTo(Outcome.RECOVERED);
        Assertions.assertThat(again.effect()).isEqualTo(Effect.REOPENED);
        Assertions.assertThat(again.next().incident().id()).isEqualTo(FINGERPRINT + "-1");
        Assertions.assertThat(again.next().control().pending())
                .extracting(Pending::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    public void testShouldOpenTheNextEpisodeLater() {
        IncidentDocument resolved =
                changed(opened(), signal(Signal.Kind.HEALTHY, 11), NOW).next();
        Plan.Change next = changed(resolved, signal(Signal.Kind.TROUBLE, 20), NOW.plusSeconds(301));

        Assertions.assertThat(next.effect()).isEqualTo(Effect.OPENED);
        Assertions.assertThat(next.next().incident().id()).isEqualTo(FINGERPRINT + "-2");
        Assertions.assertThat(next.past()).isNotNull();
        Assertions.assertThat(next.next().control().pending().getFirst().sequence())
                .isEqualTo(3);
    }

    public void testShouldNotOpenTheSameTroubleAfterAFalseAlarm() {
        IncidentDocument dismissed = resolvedBy(Outcome.NOT_NEEDED, NOW.plusSeconds(30));

        Assertions.assertThat(plan(dismissed, signal(Signal.Kind.TROUBLE, 40_000), NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        Plan.Skip.class,
                        skip -> Assertions.assertThat(skip.reason()).contains("not_needed"));
    }

    public void testShouldReopenWhatWasCalledFixedAndIsNot() {
        IncidentDocument fixed = resolvedBy(Outcome.FIXED, NOW.plusSeconds(30));
        long since = NOW.plusSeconds(31).toEpochMilli();

        Assertions.assertThat(plan(fixed, signal(Signal.Kind.TROUBLE, 40_000), NOW.plusSeconds(60)))
                .isInstanceOf(Plan.Skip.class);
        Assertions.assertThat(changed(fixed, signal(Signal.Kind.TROUBLE, since), NOW.plusSeconds(60))
                        .effect())
                .isEqualTo(Effect.REOPENED);
    }

    public void testShouldTellNobodyOfASuppressedFingerprint() {
        IncidentDocument open = opened();
        IncidentDocument muted = open.with(open.control().settled().suppressed(NOW.plusSeconds(3600)));
        IncidentDocument resolved =
                changed(muted, signal(Signal.Kind.HEALTHY, 11), NOW).next();

        Assertions.assertThat(resolved.control().pending()).isEmpty();
        Assertions.assertThat(plan(resolved, signal(Signal.Kind.TROUBLE, 20), NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(
                        Plan.Skip.class,
                        skip -> Assertions.assertThat(skip.reason()).contains("suppressed until"));
    }

    public void testShouldAddEvidenceOnceAMinuteUnlessItGetsWorse() {
        IncidentDocument open = opened();

        Assertions.assertThat(plan(open, signal(Signal.Kind.TROUBLE, 11), NOW.plusSeconds(59)))
                .isInstanceOf(Plan.Skip.class);
        Assertions.assertThat(changed(open, signal(Signal.Kind.EVIDENCE, 11), NOW.plusSeconds(60))
                        .effect())
                .isEqualTo(Effect.NOTED);
        Assertions.assertThat(changed(open, signal(Signal.Kind.TROUBLE, 11, Severity.CRITICAL), NOW)
                        .effect())
                .isEqualTo(Effect.WORSENED);
    }

    public void testShouldSurviveItsOwnDocument() {
        IncidentDocument open = opened();

        Assertions.assertThat(IncidentDocument.read("x", open.write())).isEqualTo(open);
    }

    public void testShouldSurviveItsOwnDocumentHoweverLongTheReasonOfWhatCameBack() {
        IncidentDocument resolved =
                changed(opened(), signal(Signal.Kind.HEALTHY, 11), NOW).next();
        Signal wordy = signal(Signal.Kind.TROUBLE, 20, Severity.HIGH, "x".repeat(2_000));
        IncidentDocument again = changed(resolved, wordy, NOW.plusSeconds(60)).next();

        Assertions.assertThat(IncidentDocument.read("x", again.write())).isEqualTo(again);
    }

    private static IncidentDocument opened() {
        return changed(null, signal(Signal.Kind.TROUBLE, 10), NOW).next();
    }

    private static IncidentDocument resolvedBy(Outcome outcome, Instant at) {
        IncidentDocument open = opened();
        HistoryEntry entry = new HistoryEntry(at, IncidentState.RESOLVED, "ann", "", outcome, null);
        return open.with(open.incident().become(IncidentState.RESOLVED, entry), open.control());
    }

    private static Plan.Change changed(@Nullable IncidentDocument existing, Signal signal, Instant now) {
        Plan plan = plan(existing, signal, now);
        Assertions.assertThat(plan).isInstanceOf(Plan.Change.class);
        return (Plan.Change) plan;
    }

    private static Plan plan(@Nullable IncidentDocument existing, Signal signal, Instant now) {
        Watch watch = new Watch("d", 1, 7, "threshold", Map.of(), List.of("jenkins"), 300_000);
        StoredDocument stored = existing == null ? null : new StoredDocument(FINGERPRINT, 1, 1, existing.write());
        return new Lifecycle(watch, now).plan(stored, existing, signal);
    }

    private static Signal signal(Signal.Kind kind, long bucket) {
        return signal(kind, bucket, Severity.HIGH);
    }

    private static Signal signal(Signal.Kind kind, long bucket, Severity severity) {
        return signal(kind, bucket, severity, "reason");
    }

    private static Signal signal(Signal.Kind kind, long bucket, Severity severity, String reason) {
        Instant at = Instant.ofEpochMilli(bucket);
        Instant troubleSince = Instant.ofEpochMilli(Math.min(bucket, 10));
        return new Signal(
                kind,
                Map.of(),
                FINGERPRINT,
                bucket,
                troubleSince,
                at,
                severity,
                "title",
                reason,
                List.of(),
                null,
                Map.of());
    }
}
