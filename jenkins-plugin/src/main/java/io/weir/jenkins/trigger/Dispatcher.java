package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import io.weir.incident.IncidentEvent;
import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.incident.IncidentAction;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.trigger.Ledger.Entry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Brings accepted deliveries to builds. Everything happens on one thread, as the system user; callers only hand over and
 * go on. Every step is on disk before the next one, so that a restart at any point neither loses nor doubles a build.
 */
@Extension
public final class Dispatcher {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration FIRST_PRUNE = Duration.ofMinutes(1);
    private static final Duration PRUNE = Duration.ofHours(1);

    private final DeliveryStore store = DeliveryStore.get();
    private final Clock clock = Clock.systemUTC();
    private final Cooldowns cooldowns = new Cooldowns();
    private final Ledger ledger = new Ledger(store, AuditLog.get(), new History(clock)::add);
    private final Planner planner = new Planner(cooldowns);
    private final Launcher launcher = new Launcher(ledger, cooldowns);
    private final Decider decider = new Decider(ledger, planner, launcher, AuditLog.get());
    private final Worker worker = new Worker("weir dispatcher");

    /** The one of this Jenkins. */
    public static Dispatcher get() {
        return ExtensionList.lookupSingleton(Dispatcher.class);
    }

    /** Takes over a delivery that is in the store. */
    public void submit(Delivery delivery) {
        worker.run("start builds for " + delivery.id(), () -> {
            ledger.add(delivery);
            settle();
        });
    }

    /** What waits for a job or is in its queue now, oldest first; each delivery has an assignment to the job. */
    public List<Delivery> open(String job) {
        return ledger.entries(one -> one.job().equals(job) && !one.phase().isFinal()).stream()
                .map(Entry::delivery)
                .toList();
    }

    /**
     * Does what a person has decided on a delivery; whether the person may is for the caller to check.
     *
     * @param user id of that person, for the audit and the build's cause
     * @return false, and nothing done, if the delivery does not wait for such a decision (any more)
     * @throws IOException if it can't be written down, or is not done within ten seconds, when it may still be
     */
    public boolean decide(String deliveryId, String job, Decision decision, String user) throws IOException {
        return worker.ask(
                decision + " " + deliveryId + " for " + job,
                () -> decider.decide(deliveryId, job, decision, user, clock.instant()));
    }

    void start() {
        worker.run("go on after the start", () -> {
            ledger.load();
            for (Entry entry : ledger.entries(one -> !one.phase().isFinal())) {
                launcher.reconcile(entry, clock.instant());
            }
            settle();
        });
        worker.every(TICK, TICK, "start what is due", this::settle);
        worker.every(FIRST_PRUNE, PRUNE, "forget old deliveries", () -> {
            store.prune(clock.instant());
            decider.giveUp(clock.instant());
        });
    }

    /** Finishes what was handed over; what is held is taken up again after the next start. */
    void stop() {
        worker.stop();
    }

    void started(Run<?, ?> run, IncidentAction action) {
        String job = run.getParent().getFullName();
        int number = run.getNumber();
        worker.run("note the start of " + job + " " + number, () -> {
            for (String id : action.getDeliveryIds()) {
                Entry entry = ledger.find(id, job);
                if (entry != null) {
                    ledger.change(entry, entry.assignment().started(number));
                }
            }
        });
    }

    void completed(Run<?, ?> run) {
        String job = run.getParent().getFullName();
        worker.run("go on after a build of " + job, () -> launcher.launch(job, clock.instant()));
    }

    void cancelled(Queue.LeftItem item, IncidentAction action) {
        if (item.task instanceof Item job) {
            String name = job.getFullName();
            worker.run("note that a build of " + name + " was cancelled", () -> {
                for (String id : action.getDeliveryIds()) {
                    Entry entry = ledger.find(id, name);
                    if (entry != null) {
                        ledger.change(entry, entry.assignment().dropped("cancelled in the queue"));
                    }
                }
            });
        }
    }

    void deleted(String job) {
        worker.run("drop what waits for " + job, () -> {
            for (Entry entry :
                    ledger.entries(one -> one.job().equals(job) && !one.phase().isFinal())) {
                ledger.change(entry, entry.assignment().dropped("the job is gone"));
            }
        });
    }

    void renamed(String oldName, String newName) {
        worker.run("follow " + oldName + " to " + newName, () -> {
            for (Entry entry : ledger.entries(
                    one -> one.job().equals(oldName) && !one.phase().isFinal())) {
                ledger.change(entry, entry.assignment().ofJob(newName));
            }
        });
    }

    private void settle() {
        for (Delivery delivery : ledger.unplanned()) {
            if (delivery.event().type() == IncidentEvent.Type.RESOLVED) {
                dropHeld(delivery.event().incident().id());
            }
            ledger.planned(delivery, planner.plan(delivery, clock.instant()));
        }
        for (String job : ledger.jobsDue(clock.instant())) {
            launcher.launch(job, clock.instant());
        }
    }

    /** An incident that is over needs no build that is still held back. */
    private void dropHeld(String incidentId) {
        for (Entry entry : ledger.entries(
                one -> one.phase() == Assignment.Phase.WAITING || one.phase() == Assignment.Phase.AWAITING)) {
            if (entry.delivery().event().incident().id().equals(incidentId)) {
                ledger.change(entry, entry.assignment().dropped("the incident was resolved meanwhile"));
            }
        }
    }
}
