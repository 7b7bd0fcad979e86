package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a detector has got. Everything before {@code nextBucket} is done for good.
 *
 * @param detectorId the detector
 * @param generation the detector's generation it belongs to
 * @param allocationId the task that wrote it; tasks with a lower one must stop
 * @param nextBucket start of the next interval to judge, milliseconds since the epoch
 * @param runs what the last runs did, oldest first, {@value #MAX_RUNS} at most
 */
record Checkpoint(String detectorId, long generation, long allocationId, long nextBucket, List<RunRecord> runs) {
    static final int MAX_RUNS = 20;
    private static final String DOC = "checkpoint";

    Checkpoint {
        runs = List.copyOf(runs.subList(Math.max(0, runs.size() - MAX_RUNS), runs.size()));
    }

    /** No detector's id holds a colon. */
    static String documentId(String detectorId) {
        return DOC + ":" + detectorId;
    }

    /** The same, taken over by another task. */
    Checkpoint takenOver(long allocation) {
        return new Checkpoint(detectorId, generation, allocation, nextBucket, runs);
    }

    /** The same, further on and with one more run. */
    Checkpoint advanced(long next, RunRecord run) {
        List<RunRecord> all = new ArrayList<>(runs);
        all.add(run);
        return new Checkpoint(detectorId, generation, allocationId, next, all);
    }

    ObjectNode write() {
        ObjectNode node = StrictJson.object();
        node.put("doc", DOC)
                .put("id", detectorId)
                .put("generation", generation)
                .put("allocation_id", allocationId)
                .put("next_bucket", nextBucket)
                .put("updated_at", Instant.now().toString());
        ArrayNode all = node.putArray("runs");
        runs.forEach(run -> all.add(run.write()));
        return node;
    }

    static Checkpoint read(ObjectNode document) {
        JsonFields fields = new JsonFields(document, "checkpoint");
        fields.text("doc", 20);
        fields.instant("updated_at");
        Checkpoint checkpoint = new Checkpoint(
                fields.text("id", 64),
                fields.integer("generation", 1, Long.MAX_VALUE),
                fields.integer("allocation_id", 0, Long.MAX_VALUE),
                fields.integer("next_bucket", 0, Long.MAX_VALUE),
                fields.objects("runs", MAX_RUNS, RunRecord::read));
        fields.end();
        return checkpoint;
    }
}
