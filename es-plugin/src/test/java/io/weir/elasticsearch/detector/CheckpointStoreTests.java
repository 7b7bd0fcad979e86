package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.store.Documents;
import io.weir.elasticsearch.store.Identity;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.elasticsearch.threadpool.ThreadPool;

/** An older task finds out that it has been replaced, wherever it was when that happened. */
public class CheckpointStoreTests extends WeirNodeTestCase {
    private static final String DEFINITION = """
            {"index": ["i"], "interval": "1s", "window": "10s", "resolve_after": 1,
             "clauses": [{"name": "a", "aggregation": {"max": {"field": "x"}}, "condition": {"threshold": {"above": 1}}}]}""";

    public void testShouldGoOnWhereTheTaskBeforeStopped() {
        CheckpointStore store = store();
        CheckpointStore.Held first = store.take(detector(1), 5, 1_000);
        store.advance(first, first.checkpoint().advanced(9_000, run()));

        CheckpointStore.Held second = store.take(detector(1), 6, 50_000);

        Assertions.assertThat(second.checkpoint().nextBucket()).isEqualTo(9_000);
        Assertions.assertThat(second.checkpoint().runs()).hasSize(1);
    }

    public void testShouldStopAnOlderTask() {
        CheckpointStore store = store();
        CheckpointStore.Held older = store.take(detector(1), 5, 1_000);
        store.take(detector(1), 6, 1_000);

        superseded(() -> store.stillHeld(older));
        superseded(() -> store.advance(older, older.checkpoint().advanced(2_000, run())));
        superseded(() -> store.take(detector(1), 5, 1_000));
        Assertions.assertThat(store.get("d").orElseThrow().nextBucket()).isEqualTo(1_000);
    }

    public void testShouldBeginAnewWithANewGeneration() {
        CheckpointStore store = store();
        store.take(detector(1), 5, 1_000);

        Assertions.assertThat(store.take(detector(2), 6, 70_000).checkpoint().nextBucket())
                .isEqualTo(70_000);
        superseded(() -> store.take(detector(1), 7, 1_000));
    }

    private CheckpointStore store() {
        ThreadPool threadPool = getInstanceFromNode(ThreadPool.class);
        return new CheckpointStore(new Documents(client(), new Identity(threadPool.getThreadContext(), () -> null)));
    }

    private static void superseded(Runnable step) {
        Assertions.assertThatThrownBy(step::run)
                .isInstanceOf(SupersededException.class)
                .hasMessageContaining("'d' was taken over");
    }

    private static Detector detector(long generation) {
        return new Detector(
                "d",
                1,
                generation,
                Instant.EPOCH,
                Instant.EPOCH,
                StrictJson.object(),
                DefinitionParserTests.parse(DEFINITION),
                Map.of());
    }

    private static RunRecord run() {
        return new RunRecord(Instant.EPOCH, 1, "n", 0, 1_000, 0, 1, 0, 0, 0, List.of(), null);
    }
}
