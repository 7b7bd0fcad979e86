package io.weir.gate.data;

import io.weir.gate.GateRule;
import java.time.Instant;
import java.util.UUID;

/**
 * The run that lineage tells of.
 *
 * @param namespace where job names are unique, such as the address of the Jenkins
 * @param job full name of the job
 * @param id the same for the same run however often it is told, see {@link io.weir.lineage.LineageEvent#runId}
 * @param startedAt when it began
 * @param rule by which it fails
 */
public record LineageRun(String namespace, String job, UUID id, Instant startedAt, GateRule rule) {}
