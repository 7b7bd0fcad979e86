package io.weir.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentTest {
    private static final Instant T0 = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void shouldGoFromOpenToAcknowledgedToResolvedAndBack() {
        Incident resolved = incident()
                .become(IncidentState.ACKNOWLEDGED, "ann", "on it", null, T0.plusSeconds(10))
                .become(IncidentState.RESOLVED, "detector d", "", Outcome.RECOVERED, T0.plusSeconds(60));

        assertThat(resolved.outcome()).isEqualTo(Outcome.RECOVERED);
        assertThat(resolved.acknowledgedAt()).isEqualTo(T0.plusSeconds(10));
        assertThat(resolved.resolvedAt()).isEqualTo(T0.plusSeconds(60));
        assertThat(resolved.history())
                .extracting(HistoryEntry::to)
                .containsExactly(IncidentState.OPEN, IncidentState.ACKNOWLEDGED, IncidentState.RESOLVED);

        Incident reopened = resolved.become(IncidentState.OPEN, "detector d", "back again", null, T0.plusSeconds(90));
        assertThat(reopened.isActive()).isTrue();
        assertThat(reopened.acknowledgedAt()).isNull();
        assertThat(reopened.resolvedAt()).isNull();
        assertThat(reopened.outcome()).isNull();
    }

    @Test
    void shouldNameBothStatesOfAnImpossibleTransition() {
        Incident resolved = incident().become(IncidentState.RESOLVED, "ann", "", Outcome.FIXED, T0);

        assertThatThrownBy(() -> resolved.become(IncidentState.ACKNOWLEDGED, "bob", "", null, T0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("resolved")
                .hasMessageContaining("acknowledged");
    }

    @Test
    void shouldRaiseSeverityButNeverLowerIt() {
        Incident worse = incident().withEvidence(List.of(), Severity.CRITICAL, null, T0);

        assertThat(worse.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(worse.withEvidence(List.of(), Severity.LOW, null, T0).severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @Test
    void shouldKeepTheFirstEvidenceAndTheNewest() {
        List<Evidence> many =
                IntStream.range(0, 250).mapToObj(IncidentTest::evidence).toList();

        List<Evidence> kept =
                incident().withEvidence(many, Severity.LOW, null, T0).evidence();

        assertThat(kept).hasSize(Incident.MAX_EVIDENCE);
        assertThat(kept.getFirst().value()).isZero();
        assertThat(kept.getLast().value()).isEqualTo(249);
        assertThat(kept.get(1).value()).isEqualTo(151);
    }

    @Test
    void shouldStayReadableHoweverMuchIsNoted() {
        Incident noted = incident();
        for (int i = 0; i < 300; i++) {
            noted = noted.noted(new HistoryEntry(T0, null, "ann", i + "\u0001".repeat(2_100), null, null));
        }

        byte[] event = IncidentJson.writeEvent(new IncidentEvent("id", IncidentEvent.Type.UPDATED, T0, noted));
        assertThat(event).hasSizeLessThan(512 * 1024);
        assertThat(IncidentJson.readEvent(event).incident()).isEqualTo(noted);
        assertThat(noted.history().getFirst().to()).isEqualTo(IncidentState.OPEN);
        assertThat(noted.history().getLast().note()).startsWith("299").hasSize(HistoryEntry.MAX_NOTE);
    }

    @Test
    void shouldGiveDifferentFingerprintsToPartsThatOnlyConcatenateAlike() {
        assertThat(Fingerprint.of("ab", "c"))
                .isNotEqualTo(Fingerprint.of("a", "bc"))
                .hasSize(32);
        assertThat(Fingerprint.ofIncident("d", "anomaly", Map.of("a", "1", "b", "2")))
                .isEqualTo(Fingerprint.ofIncident("d", "anomaly", Map.of("b", "2", "a", "1")));
    }

    private static Evidence evidence(int value) {
        return new Evidence(T0, "latency", value, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "because");
    }

    private static Incident incident() {
        return new Incident(
                "f-1",
                "f",
                "anomaly",
                IncidentState.OPEN,
                Severity.MEDIUM,
                "title",
                "reason",
                "d",
                1,
                Map.of(),
                Map.of(),
                T0,
                T0,
                T0,
                null,
                null,
                null,
                List.of(),
                null,
                List.of(new HistoryEntry(T0, IncidentState.OPEN, "detector d", "", null, null)));
    }
}
