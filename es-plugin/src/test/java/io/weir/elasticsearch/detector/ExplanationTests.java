package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata.Assignment;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata.PersistentTask;
import org.elasticsearch.test.ESTestCase;

public class ExplanationTests extends ESTestCase {
    private static final String DEFINITION = """
            {"index": ["i"], "interval": "1s", "window": "10s", "resolve_after": 1,
             "clauses": [{"name": "a", "aggregation": {"max": {"field": "x"}}, "condition": {"threshold": {"above": 1}}}]}""";

    public void testShouldTellOfACheckpointThatNoTaskOfThisClusterCanTake() {
        Assertions.assertThat(explained(57, 3).path("problem").asText()).contains("allocation 57", "_stop and _start");
    }

    public void testShouldTellOfNoProblemWhereThereIsNone() {
        Assertions.assertThat(explained(57, 57).has("problem")).isFalse();
        Assertions.assertThat(explained(57, 58).has("problem")).isFalse();
    }

    private static ObjectNode explained(long checkpointHeldBy, long taskAllocation) {
        Detector detector = new Detector(
                "d",
                1,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                StrictJson.object(),
                DefinitionParserTests.parse(DEFINITION),
                Map.of());
        PersistentTask<DetectorTaskParams> task = new PersistentTask<>(
                DetectorTaskParams.taskId("d"),
                DetectorTaskParams.NAME,
                new DetectorTaskParams("d", 1),
                taskAllocation,
                new Assignment("node", "assigned"));
        return Explanation.of(
                detector, Optional.of(new Checkpoint("d", 1, checkpointHeldBy, 1_000, List.of())), Optional.of(task));
    }
}
