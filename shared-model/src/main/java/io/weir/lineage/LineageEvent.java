package io.weir.lineage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a run of a job began or ended, with the data it read and wrote: an OpenLineage RunEvent, which
 * {@link LineageJson} writes.
 *
 * <p>A run sends {@link Type#START} and then one of {@link Type#COMPLETE}, {@link Type#FAIL} and {@link Type#ABORT}, all
 * with the same run id.
 *
 * @param type what happened
 * @param time when
 * @param run id of the run; see {@link #runId}
 * @param namespace where job names are unique, such as the address of the Jenkins
 * @param job name of the job
 * @param inputs what was read
 * @param outputs what was written
 * @param error why it failed, or null
 */
public record LineageEvent(
        Type type,
        Instant time,
        UUID run,
        String namespace,
        String job,
        List<Dataset> inputs,
        List<Dataset> outputs,
        @Nullable String error) {

    /** What happened to the run. */
    public enum Type {
        START,
        RUNNING,
        COMPLETE,
        ABORT,
        FAIL,
        OTHER
    }

    /**
     * Data that were read or written.
     *
     * @param quality what was measured, or null
     */
    public record Dataset(DatasetVersion version, @Nullable DataQuality quality) {}

    /** Unmodifiable copies. */
    public LineageEvent {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * The id of a run, the same whenever and wherever it is asked for, so that all events of a run have the same without
     * remembering it.
     *
     * @param namespace as in the event
     * @param job as in the event
     * @param run what tells the job's runs apart, such as the build's number and the step's id
     */
    public static UUID runId(String namespace, String job, String run) {
        // Lengths keep ("a", "bc") and ("ab", "c") apart.
        String name = namespace.length() + ":" + namespace + job.length() + ":" + job + run;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
