package io.weir.jenkins.trigger;

import hudson.model.Job;
import io.weir.jenkins.access.StartRules;
import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.storage.AuditLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;

/** Decides which jobs a delivery concerns, and from when on. Not thread-safe: the dispatcher's thread only. */
final class Planner {
    private final Map<String, StormGauge> gauges = new HashMap<>();
    private final Cooldowns cooldowns;

    Planner(Cooldowns cooldowns) {
        this.cooldowns = cooldowns;
    }

    /** One assignment for each job that listens to such an event and may be started. */
    List<Assignment> plan(Delivery delivery, Instant now) {
        List<Assignment> plan = new ArrayList<>();
        for (Job<?, ?> job : jobs()) {
            IncidentTrigger trigger = IncidentTrigger.of(job);
            if (trigger == null || !trigger.filter().matches(delivery.event())) {
                continue;
            }
            String refusal = StartRules.refusal(job);
            if (refusal == null) {
                plan.add(
                        trigger.wantsApproval(job)
                                ? Assignment.awaiting(job.getFullName(), now)
                                : assign(job, trigger, delivery, now));
            } else {
                AuditLog.get()
                        .add(
                                "job.not_allowed",
                                Map.of(
                                        "delivery", delivery.id(),
                                        "job", job.getFullName(),
                                        "reason", refusal));
            }
        }
        return plan;
    }

    /** From when on the job may be started, if it may be at all: held while there is a storm or a cooldown. */
    Assignment assign(Job<?, ?> job, IncidentTrigger trigger, Delivery delivery, Instant now) {
        StormLimit limit = trigger.stormLimit();
        if (limit != null) {
            Instant until = gauges.computeIfAbsent(job.getFullName(), name -> new StormGauge())
                    .admit(limit, now);
            if (until.isAfter(now)) {
                return Assignment.held(job.getFullName(), until, "storm");
            }
        }
        Duration cooldown = trigger.cooldownTime();
        if (!cooldown.isZero()) {
            Instant until = cooldowns
                    .last(job, delivery.event().incident().fingerprint())
                    .plus(cooldown);
            if (until.isAfter(now)) {
                return Assignment.held(job.getFullName(), until, "cooldown");
            }
        }
        return Assignment.now(job.getFullName(), now);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Job<?, ?>> jobs() {
        return (List) Jenkins.get().getAllItems(Job.class);
    }
}
