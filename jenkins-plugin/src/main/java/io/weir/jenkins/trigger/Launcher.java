package io.weir.jenkins.trigger;

import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import io.weir.jenkins.access.StartRules;
import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.incident.IncidentAction;
import io.weir.jenkins.trigger.Ledger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** Queues what is due and allowed to run. Not thread-safe: the dispatcher's thread only. */
final class Launcher {
    private final Ledger ledger;
    private final Cooldowns cooldowns;

    Launcher(Ledger ledger, Cooldowns cooldowns) {
        this.ledger = ledger;
        this.cooldowns = cooldowns;
    }

    /** Queues what is due for a job; what exceeds its limit stays, to share one build later. */
    void launch(String jobName, Instant now) {
        List<Entry> due = ledger.due(jobName, now);
        Job<?, ?> job = job(jobName);
        IncidentTrigger trigger = job == null ? null : IncidentTrigger.of(job);
        if (job == null || trigger == null) {
            drop(due, "the job or its trigger is gone");
            return;
        }
        String refusal = StartRules.refusal(job);
        if (refusal != null) {
            // It was not refused when the delivery came in, but settings change while one is held.
            drop(due, refusal);
            return;
        }
        start(job, trigger, trigger.wantsApproval(job) ? approved(due) : due, now);
    }

    private void start(Job<?, ?> job, IncidentTrigger trigger, List<Entry> due, Instant now) {
        int free = trigger.getMaxRunning() == 0 ? Integer.MAX_VALUE : trigger.getMaxRunning() - Builds.active(job);
        List<Entry> gathered = new ArrayList<>();
        for (Entry entry : due) {
            if (entry.assignment().gathered()) {
                gathered.add(entry);
            } else if (!entry.assignment().decisions().startedBy().isEmpty()) {
                free--;
                start(job, List.of(entry), now);
            } else if (free-- > 0) {
                start(job, List.of(entry), now);
            } else {
                ledger.change(entry, entry.assignment().held(now, "maxRunning"));
            }
        }
        while (!gathered.isEmpty() && free-- > 0) {
            List<Entry> together = gathered.subList(0, Math.min(gathered.size(), IncidentAction.MAX_INCIDENTS));
            start(job, List.copyOf(together), now);
            together.clear();
        }
    }

    /** Those that a person has approved; the others wait for that from now on, though it was not asked for before. */
    private List<Entry> approved(List<Entry> due) {
        List<Entry> approved = new ArrayList<>();
        for (Entry entry : due) {
            if (entry.assignment().decisions().approvedBy().isEmpty()) {
                ledger.change(entry, entry.assignment().awaiting());
            } else {
                approved.add(entry);
            }
        }
        return approved;
    }

    private void drop(List<Entry> due, String why) {
        due.forEach(entry -> ledger.change(entry, entry.assignment().dropped(why)));
    }

    private void start(Job<?, ?> job, List<Entry> entries, Instant now) {
        Queue.Item item = BuildStarter.queue(job, entries);
        for (Entry entry : entries) {
            if (item == null) {
                ledger.change(entry, entry.assignment().dropped("the job is disabled or can't be queued"));
            } else {
                cooldowns.started(job, entry.delivery().event().incident().fingerprint(), now);
                ledger.change(entry, entry.assignment().queued(item.getId()));
            }
        }
    }

    /**
     * After a restart: Jenkins may have been stopped between queueing a build and writing that down, or after writing it
     * down and before its queue was saved. What Jenkins knows of is noted, what it does not know of is due again.
     */
    void reconcile(Entry entry, Instant now) {
        Job<?, ?> job = job(entry.assignment().job());
        if (job == null) {
            ledger.change(entry, entry.assignment().dropped("the job is gone"));
            return;
        }
        if (entry.assignment().phase() == Assignment.Phase.AWAITING) {
            return;
        }
        Run<?, ?> build = Builds.started(job, entry.delivery().id());
        Queue.Item item = Builds.queued(job, entry.delivery().id());
        if (build != null) {
            ledger.change(entry, entry.assignment().started(build.getNumber()));
        } else if (item != null) {
            ledger.change(entry, entry.assignment().queued(item.getId()));
        } else if (entry.assignment().phase() == Assignment.Phase.QUEUED) {
            ledger.change(entry, entry.assignment().again(now));
        }
    }

    private static @Nullable Job<?, ?> job(String name) {
        return Jenkins.get().getItemByFullName(name, Job.class);
    }
}
