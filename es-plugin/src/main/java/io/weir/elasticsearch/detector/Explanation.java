package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Optional;
import org.elasticsearch.persistent.PersistentTasksCustomMetadata.PersistentTask;

/** Tells where a detector runs and what its last runs did. */
final class Explanation {
    private Explanation() {}

    static ObjectNode of(Detector detector, Optional<Checkpoint> checkpoint, Optional<PersistentTask<?>> task) {
        ObjectNode answer = StrictJson.object();
        answer.put("id", detector.id())
                .put("version", detector.version())
                .put("enabled", detector.definition().enabled());
        task.ifPresentOrElse(
                running -> answer.putObject("task")
                        .put("node", running.getExecutorNode())
                        .put("allocation_id", running.getAllocationId())
                        .put("assignment", running.getAssignment().getExplanation()),
                () -> answer.putNull("task"));
        if (checkpoint.isPresent() && task.isPresent() && heldByAnother(checkpoint.get(), task.get())) {
            answer.put(
                    "problem",
                    "the checkpoint belongs to allocation " + checkpoint.get().allocationId()
                            + ", which is younger than the task's; after a restore from a snapshot, call _stop and _start");
        }
        ArrayNode runs = answer.putArray("runs");
        checkpoint.ifPresent(held -> {
            answer.put("next_interval", Instant.ofEpochMilli(held.nextBucket()).toString());
            held.runs().reversed().forEach(run -> runs.add(run.write()));
        });
        return answer;
    }

    /** Allocations are numbered upwards, but a cluster that was set up anew begins at 1 again. */
    private static boolean heldByAnother(Checkpoint checkpoint, PersistentTask<?> task) {
        return checkpoint.allocationId() > task.getAllocationId();
    }
}
