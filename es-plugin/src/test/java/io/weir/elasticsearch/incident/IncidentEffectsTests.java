package io.weir.elasticsearch.incident;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.detector.WeirNodeTestCase;
import io.weir.elasticsearch.outbox.Outbox;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.Identity;
import io.weir.elasticsearch.store.OrdinaryIndex;
import io.weir.elasticsearch.store.OwnIndices;
import io.weir.elasticsearch.store.Write;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentState;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.elasticsearch.action.support.WriteRequest.RefreshPolicy;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.threadpool.ThreadPool;

/** What signals do to documents: once, in full, and again after a crash. */
public class IncidentEffectsTests extends WeirNodeTestCase {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Watch WATCH = new Watch("d", 1, 7, "threshold", Map.of(), List.of("jenkins"), 0);

    public void testShouldApplySignalsOnceHoweverOftenTheyCome() {
        List<Signal> signals = List.of(signal(Signal.Kind.TROUBLE, 10, "cart"), signal(Signal.Kind.TROUBLE, 10, "pay"));

        IncidentEffects.Applied first = effects().apply(WATCH, signals, NOW);
        IncidentEffects.Applied second = effects().apply(WATCH, signals, NOW.plusSeconds(600));

        Assertions.assertThat(first.count(Effect.OPENED)).isEqualTo(2);
        Assertions.assertThat(second.effects()).isEmpty();
        Assertions.assertThat(count(OwnIndices.OUTBOX)).isEqualTo(2);
        Assertions.assertThat(current("cart").control().pending()).isEmpty();
    }

    public void testShouldKeepAPastIncidentUnderItsOwnId() {
        effects().apply(WATCH, List.of(signal(Signal.Kind.TROUBLE, 10, "cart")), NOW);
        effects().apply(WATCH, List.of(signal(Signal.Kind.HEALTHY, 11, "cart")), NOW.plusSeconds(60));
        effects().apply(WATCH, List.of(signal(Signal.Kind.TROUBLE, 12, "cart")), NOW.plusSeconds(120));

        String fingerprint = Watch.fingerprint("d", Map.of("service", "cart"));
        IncidentEdits edits = new IncidentEdits(store(), NOW::toEpochMilli);
        Assertions.assertThat(
                        edits.find(fingerprint + "-1").document().incident().state())
                .isEqualTo(IncidentState.RESOLVED);
        Assertions.assertThat(
                        edits.find(fingerprint + "-2").document().incident().state())
                .isEqualTo(IncidentState.OPEN);
        Assertions.assertThat(count(OwnIndices.OUTBOX)).isEqualTo(3);
    }

    public void testShouldDeliverWhatACrashLeftOwing() throws Exception {
        OrdinaryIndex.incidents(client(), getInstanceFromNode(ClusterService.class), documents())
                .ensure();
        Plan plan = new Lifecycle(WATCH, Instant.now()).plan(null, null, signal(Signal.Kind.TROUBLE, 10, "cart"));
        ObjectNode owing = ((Plan.Change) plan).next().write();
        String fingerprint = Watch.fingerprint("d", Map.of("service", "cart"));
        documents().write(Write.create(OwnIndices.INCIDENTS, fingerprint, owing), RefreshPolicy.IMMEDIATE);

        put("other", """
                {"index": ["nowhere-*"], "interval": "1h", "window": "2h", "resolve_after": 1,
                 "clauses": [{"name": "a", "aggregation": {"max": {"field": "x"}}, "condition": {"threshold": {"above": 1}}}]}""");

        assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(1), 40, TimeUnit.SECONDS);
        Assertions.assertThat(RECEIVED.getFirst().type()).isEqualTo(IncidentEvent.Type.OPENED);
        assertBusy(
                () -> Assertions.assertThat(current("cart").control().pending()).isEmpty());
    }

    private IncidentDocument current(String service) {
        String fingerprint = Watch.fingerprint("d", Map.of("service", service));
        return IncidentDocument.read(
                fingerprint, store().get(fingerprint).orElseThrow().source());
    }

    private long count(String index) {
        client().admin().indices().prepareRefresh(index).get();
        return client().admin()
                .indices()
                .prepareStats(index)
                .get()
                .getPrimaries()
                .getDocs()
                .getCount();
    }

    private IncidentEffects effects() {
        return new IncidentEffects(store());
    }

    private IncidentStore store() {
        ClusterService cluster = getInstanceFromNode(ClusterService.class);
        return new IncidentStore(
                documents(), OrdinaryIndex.incidents(client(), cluster, documents()), new Outbox(documents()));
    }

    private Documents documents() {
        ThreadPool threadPool = getInstanceFromNode(ThreadPool.class);
        return new Documents(client(), new Identity(threadPool.getThreadContext(), () -> null));
    }

    private static Signal signal(Signal.Kind kind, long bucket, String service) {
        Instant at = Instant.ofEpochMilli(bucket);
        Map<String, String> group = Map.of("service", service);
        return new Signal(
                kind,
                group,
                Watch.fingerprint("d", group),
                bucket,
                at,
                at,
                Severity.HIGH,
                "title",
                "reason",
                List.of(),
                null,
                Map.of());
    }
}
