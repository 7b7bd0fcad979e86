package io.weir.jenkins.trigger;

import hudson.model.Job;
import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.delivery.Assignment.Phase;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.trigger.Ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jenkins.model.Jenkins;

/** Carries out what people decide. Not thread-safe: the dispatcher's thread only. */
final class Decider {
    /** What nobody has approved for so long is dropped; as long as a sender's delivery is remembered. */
    static final Duration PATIENCE = Duration.ofDays(14);

    private final Ledger ledger;
    private final Planner planner;
    private final Launcher launcher;
    private final AuditLog audit;

    Decider(Ledger ledger, Planner planner, Launcher launcher, AuditLog audit) {
        this.ledger = ledger;
        this.planner = planner;
        this.launcher = launcher;
        this.audit = audit;
    }

    /** False, and nothing done, if the delivery does not wait for such a decision (any more). */
    boolean decide(String deliveryId, String jobName, Decision decision, String user, Instant now) {
        Entry entry = ledger.find(deliveryId, jobName);
        boolean approval = decision == Decision.APPROVE || decision == Decision.REJECT;
        if (entry == null || entry.assignment().phase() != (approval ? Phase.AWAITING : Phase.WAITING)) {
            return false;
        }
        // First, so that the log reads in the order in which things happened.
        audit.add(
                decision.event(),
                Map.of(
                        "delivery", deliveryId,
                        "incident", entry.delivery().event().incident().id(),
                        "job", jobName,
                        "user", user));
        ledger.change(entry, changed(entry, decision, user, now));
        launcher.launch(jobName, now);
        return true;
    }

    private Assignment changed(Entry entry, Decision decision, String user, Instant now) {
        Assignment one = entry.assignment();
        return switch (decision) {
            case APPROVE -> approved(entry, user, now);
            case REJECT -> one.dropped("rejected by " + user);
            case START -> one.startedBy(user, now);
            case DROP -> one.dropped("dropped by " + user);
        };
    }

    /** As if it had come in now: the job's limits count from the approval on. */
    private Assignment approved(Entry entry, String user, Instant now) {
        Assignment one = entry.assignment();
        Job<?, ?> job = Jenkins.get().getItemByFullName(one.job(), Job.class);
        IncidentTrigger trigger = job == null ? null : IncidentTrigger.of(job);
        Assignment planned = job == null || trigger == null
                ? Assignment.now(one.job(), now)
                : planner.assign(job, trigger, entry.delivery(), now);
        return planned.approvedBy(user);
    }

    /** Drops what nobody has approved. */
    void giveUp(Instant now) {
        for (Entry entry : ledger.entries(one -> one.phase() == Phase.AWAITING)) {
            if (entry.delivery().receivedAt().isBefore(now.minus(PATIENCE))) {
                ledger.change(
                        entry, entry.assignment().dropped("nobody approved it within " + PATIENCE.toDays() + " days"));
            }
        }
    }
}
