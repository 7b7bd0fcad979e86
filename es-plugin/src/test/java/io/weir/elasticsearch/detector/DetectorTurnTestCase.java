package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.Incidents;
import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.Identity;
import io.weir.elasticsearch.store.OrdinaryIndex;
import io.weir.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.threadpool.ThreadPool;
import org.elasticsearch.xcontent.NamedXContentRegistry;

/** Turns of a detector without a task of its own: the test says when, and what time it is. */
abstract class DetectorTurnTestCase extends WeirNodeTestCase {
    /** What the turns take for the time. */
    long now = System.currentTimeMillis();

    /** Without a task, so that the turns are this test's alone. */
    void store(String definition) {
        ObjectNode source = StrictJson.parseObject(definition.getBytes(StandardCharsets.UTF_8), "detector");
        Instant at = Instant.ofEpochMilli(now);
        Detector detector = new Detector("d", 1, now, at, at, source, DefinitionParser.parse(source), Map.of());
        Assertions.assertThat(new DetectorStore(documents()).put(detector, Optional.empty()))
                .isTrue();
    }

    DetectorTurn turn(long allocationId) {
        Incidents incidents = new Incidents(
                documents(),
                OrdinaryIndex.incidents(client(), getInstanceFromNode(ClusterService.class), documents()),
                () -> now);
        DetectorRun run = new DetectorRun(
                checkpoints(),
                new MetricReader(new MetricSearch(getInstanceFromNode(NamedXContentRegistry.class)), identity()),
                incidents.open(),
                incidents.effects(),
                () -> now,
                "node");
        return new DetectorTurn("d", allocationId, new DetectorStore(documents()), run, client(), () -> now);
    }

    CheckpointStore checkpoints() {
        return new CheckpointStore(documents());
    }

    Documents documents() {
        return new Documents(client(), identity());
    }

    Identity identity() {
        return new Identity(getInstanceFromNode(ThreadPool.class).getThreadContext(), () -> null);
    }
}
