package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.IncidentActionsForTests;
import io.weir.incident.IncidentEvent;
import io.weir.incident.IncidentState;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/** The loop inside one node: from a metric to a delivery, and back to health. */
public class DetectorLoopTests extends WeirNodeTestCase {
    private static final String DETECTOR = """
            {"index": ["metrics-loop"], "interval": "1s", "window": "30s", "delay": "0s", "group_by": ["service"],
             "clauses": [{"name": "load", "aggregation": {"max": {"field": "load"}},
                          "condition": {"threshold": {"above": 100}, "for": 2}}],
             "resolve_after": 2, "labels": {"team": "checkout"}, "webhooks": ["jenkins"]}""";

    public void testShouldOpenDeliverAndResolve() throws Exception {
        createIndex();
        put("loop", DETECTOR);
        try (Load load = new Load()) {
            load.value = 500;
            assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(1), 30, TimeUnit.SECONDS);
            Assertions.assertThat(RECEIVED.getFirst().type()).isEqualTo(IncidentEvent.Type.OPENED);
            Assertions.assertThat(RECEIVED.getFirst().incident().group()).containsEntry("service", "cart");
            load.value = 5;
            assertBusy(() -> Assertions.assertThat(RECEIVED).hasSize(2), 30, TimeUnit.SECONDS);
        }

        Assertions.assertThat(RECEIVED.get(1).type()).isEqualTo(IncidentEvent.Type.RESOLVED);
        Assertions.assertThat(RECEIVED.get(1).incident().state()).isEqualTo(IncidentState.RESOLVED);
        Assertions.assertThat(RECEIVED.get(1).incident().id())
                .isEqualTo(RECEIVED.get(0).incident().id());
        ObjectNode explained = call(DetectorActions.EXPLAIN.action(), Map.of("id", "loop"), "");
        Assertions.assertThat(explained.path("runs")).isNotEmpty();
        ObjectNode listed = call(IncidentActionsForTests.LIST, Map.of("state", "resolved"), "");
        Assertions.assertThat(listed.path("total").asInt())
                .as(listed.toString())
                .isEqualTo(1);
    }

    private void createIndex() {
        client().admin()
                .indices()
                .prepareCreate("metrics-loop")
                .setMapping("@timestamp", "type=date", "service", "type=keyword", "load", "type=double")
                .get();
    }

    /** Writes a value every tenth of a second. */
    private final class Load implements AutoCloseable {
        private final Thread thread = new Thread(this::run, "load");
        private volatile double value;
        private volatile boolean ended;

        Load() {
            thread.start();
        }

        private void run() {
            while (!ended) {
                client().prepareIndex("metrics-loop")
                        .setSource("@timestamp", System.currentTimeMillis(), "service", "cart", "load", value)
                        .setRefreshPolicy("true")
                        .get();
                safeSleep(100);
            }
        }

        @Override
        public void close() {
            ended = true;
            safeAwaitEnd();
        }

        private void safeAwaitEnd() {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
