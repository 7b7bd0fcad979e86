package io.weir.elasticsearch.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.detector.WeirNodeTestCase;
import io.weir.incident.Incident;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentJson;
import io.weir.incident.IncidentState;
import io.weir.incident.Severity;
import io.weir.json.StrictJson;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.elasticsearch.action.index.IndexRequest;
import org.elasticsearch.xcontent.XContentType;

/** Deliveries that a node finds in its outbox. */
public class OutboxTests extends WeirNodeTestCase {
    private static final String FINGERPRINT = "0123456789abcdef0123456789abcdef";

    public void testShouldParkWhatIsRefusedHoldBackWhatFollowsAndSendBothOnRetry() throws Exception {
        STATUS.set(403);
        insert("first", 1);
        insert("second", 2);
        startOutbox();
        assertBusy(() -> Assertions.assertThat(states()).containsEntry("first", "parked"), 20, TimeUnit.SECONDS);
        STATUS.set(202);
        safeSleep(1_000);

        Assertions.assertThat(states()).containsEntry("second", "pending");
        Assertions.assertThat(RECEIVED).isEmpty();
        call(OutboxActions.RETRY.action(), Map.of("id", "first"), "");
        assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(2), 20, TimeUnit.SECONDS);
        Assertions.assertThat(RECEIVED).extracting(IncidentEvent::id).containsExactly("first", "second");
        assertBusy(() -> Assertions.assertThat(states()).containsEntry("second", "delivered"), 20, TimeUnit.SECONDS);
        Assertions.assertThatThrownBy(() -> call(OutboxActions.RETRY.action(), Map.of("id", "first"), ""))
                .hasMessageContaining("was delivered");
        Assertions.assertThatThrownBy(() -> call(OutboxActions.RETRY.action(), Map.of("id", "absent"), ""))
                .hasMessageContaining("no delivery 'absent'");
    }

    public void testShouldKeepTryingWhileTheReceiverIsBusyAndKeepTheOrder() throws Exception {
        STATUS.set(503);
        for (int i = 1; i <= 5; i++) {
            insert("n" + i, i);
        }
        startOutbox();
        assertBusy(() -> Assertions.assertThat(attempts("n1")).isGreaterThanOrEqualTo(2), 20, TimeUnit.SECONDS);
        Assertions.assertThat(attempts("n2")).isZero();
        STATUS.set(202);
        assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(5), 30, TimeUnit.SECONDS);

        Assertions.assertThat(RECEIVED).extracting(IncidentEvent::id).containsExactly("n1", "n2", "n3", "n4", "n5");
    }

    public void testShouldSendTheOthersWhereOneDeliveryCannotBeRead() throws Exception {
        client().index(new IndexRequest(".weir-outbox").id("alien").source("""
                                {"id": "alien", "state": "pending", "queue": "of its own", "sequence": 1,
                                 "created_at": "2026-11-01T12:00:00Z", "due_at": "2026-11-01T12:00:00Z"}""", XContentType.JSON))
                .actionGet();
        insert("first", 1);
        startOutbox();

        assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(1), 20, TimeUnit.SECONDS);
        Assertions.assertThat(call(OutboxActions.LIST.action(), Map.of(), "")
                        .path("unreadable")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo("alien");
    }

    public void testShouldSendWhatAClockThatRanAheadPutOffForYears() throws Exception {
        insert("first", 1, Instant.now().plus(Duration.ofDays(400)));
        startOutbox();

        assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(1), 20, TimeUnit.SECONDS);
    }

    private void startOutbox() {
        client().admin()
                .indices()
                .prepareCreate("metrics-outbox")
                .setMapping("@timestamp", "type=date", "load", "type=double")
                .get();
        put("outbox", """
                {"index": ["metrics-outbox"], "interval": "1h", "window": "2h", "resolve_after": 1,
                 "clauses": [{"name": "load", "aggregation": {"max": {"field": "load"}},
                              "condition": {"threshold": {"above": 100}}}]}""");
    }

    private void insert(String id, long sequence) {
        insert(id, sequence, Instant.now());
    }

    private void insert(String id, long sequence, Instant now) {
        Incident incident = new Incident(
                FINGERPRINT + "-1",
                FINGERPRINT,
                "threshold",
                IncidentState.OPEN,
                Severity.HIGH,
                "title",
                "reason",
                "d",
                1,
                Map.of(),
                Map.of(),
                now,
                now,
                now,
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
        IncidentEvent event = new IncidentEvent(id, IncidentEvent.Type.UPDATED, now, incident);
        ObjectNode json = StrictJson.parseObject(IncidentJson.writeEvent(event), "event");
        Delivery delivery = Delivery.of(
                id, "jenkins", incident.id(), event.type().id(), FINGERPRINT + ":jenkins", sequence, now, json);
        client().index(new IndexRequest(".weir-outbox")
                        .id(id)
                        .create(true)
                        .source(StrictJson.write(delivery.write()), XContentType.JSON))
                .actionGet();
    }

    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        deliveries()
                .forEach(each ->
                        states.put(each.path("id").asText(), each.path("state").asText()));
        return states;
    }

    private int attempts(String id) {
        for (JsonNode each : deliveries()) {
            if (each.path("id").asText().equals(id)) {
                return each.path("attempts").asInt();
            }
        }
        return 0;
    }

    private JsonNode deliveries() {
        client().admin().indices().prepareRefresh(".weir-outbox").get();
        return call(OutboxActions.LIST.action(), Map.of(), "").path("deliveries");
    }
}
