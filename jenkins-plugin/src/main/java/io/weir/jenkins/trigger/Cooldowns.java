package io.weir.jenkins.trigger;

import hudson.model.Job;
import hudson.model.Run;
import io.weir.incident.Incident;
import io.weir.jenkins.incident.IncidentAction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When each job was last started for each fingerprint. Remembers, and after a restart asks the job's builds. Not thread-safe. */
final class Cooldowns {
    /** Builds looked at after a restart. */
    private static final int LOOKED_AT = 100;

    private final Map<String, Map<String, Instant>> byJob = new HashMap<>();

    /** The last start, or a time long past if there was none. */
    Instant last(Job<?, ?> job, String fingerprint) {
        return byJob.computeIfAbsent(job.getFullName(), name -> fromBuilds(job))
                .getOrDefault(fingerprint, Instant.EPOCH);
    }

    /** The job is being started for that incident. */
    void started(Job<?, ?> job, String fingerprint, Instant now) {
        byJob.computeIfAbsent(job.getFullName(), name -> fromBuilds(job)).put(fingerprint, now);
    }

    private static Map<String, Instant> fromBuilds(Job<?, ?> job) {
        Map<String, Instant> starts = new HashMap<>();
        int seen = 0;
        for (Run<?, ?> run = job.getLastBuild(); run != null && seen < LOOKED_AT; run = run.getPreviousBuild()) {
            seen++;
            IncidentAction action = run.getAction(IncidentAction.class);
            if (action != null) {
                Instant at = Instant.ofEpochMilli(run.getStartTimeInMillis());
                for (Incident incident : action.incidents()) {
                    starts.putIfAbsent(incident.fingerprint(), at);
                }
            }
        }
        return starts;
    }
}
