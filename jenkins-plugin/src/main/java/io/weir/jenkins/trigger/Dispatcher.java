package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.weir.incident.IncidentEvent;
import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.incident.IncidentAction;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.trigger.Ledger.Entry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings accepted deliveries to builds. Everything happens on one thread, as the system user; callers only hand over and
 * go on. Every step is on disk before the next one, so that a restart at any point neither loses nor doubles a build.
 */
@Extension
public final class Dispatcher {
    private static final long TICK_MILLIS = 1_000;
    private static final long PRUNE_MINUTES = 60;
    private static final long STOP_SECONDS = 10;
    private static final long ANSWER_SECONDS = 10;
    private static final Logger LOGGER = Logger.getLogger(Dispatcher.class.getName());

    private final DeliveryStore store = DeliveryStore.get();
    private final Clock clock = Clock.systemUTC();
    private final Cooldowns cooldowns = new Cooldowns();
    private final Ledger ledger = new Ledger(store, AuditLog.get(), new History(clock)::add);
    private final Planner planner = new Planner(cooldowns);
    private final Launcher launcher = new Launcher(ledger, cooldowns);
    private final Decider decider = new Decider(ledger, planner, launcher, AuditLog.get());
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "weir dispatcher");
        made.setDaemon(true);
        return made;
    });

    /** The one of this Jenkins. */
    public static Dispatcher get() {
        return ExtensionList.lookupSingleton(Dispatcher.class);
    }

    /** Takes over a delivery that is in the store. */
    public void submit(Delivery delivery) {
        run("start builds for " + delivery.id(), () -> {
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
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        run(decision + " " + deliveryId + " for " + job, () -> {
            try {
                done.complete(decider.decide(deliveryId, job, decision, user, clock.instant()));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
                throw e;
            }
        });
        try {
            return done.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("can't write the decision down: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("not done within " + ANSWER_SECONDS + " s; look again later", e);
        }
    }

    void start() {
        run("go on after the start", () -> {
            ledger.load();
            for (Entry entry : ledger.entries(one -> !one.phase().isFinal())) {
                launcher.reconcile(entry, clock.instant());
            }
            settle();
        });
        thread.scheduleWithFixedDelay(
                guarded("start what is due", this::settle), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                guarded("forget old deliveries", () -> {
                    store.prune(clock.instant());
                    decider.giveUp(clock.instant());
                }),
                1,
                PRUNE_MINUTES,
                TimeUnit.MINUTES);
    }

    /** Finishes what was handed over; what is held is taken up again after the next start. */
    void stop() {
        // Not shutdownNow: an interrupt would close the file that is just being written.
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.log(Level.WARNING, "the dispatcher has not ended within {0} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void started(Run<?, ?> run, IncidentAction action) {
        String job = run.getParent().getFullName();
        int number = run.getNumber();
        run("note the start of " + job + " " + number, () -> {
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
        run("go on after a build of " + job, () -> launcher.launch(job, clock.instant()));
    }

    void cancelled(Queue.LeftItem item, IncidentAction action) {
        if (item.task instanceof Item job) {
            String name = job.getFullName();
            run("note that a build of " + name + " was cancelled", () -> {
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
        run("drop what waits for " + job, () -> {
            for (Entry entry :
                    ledger.entries(one -> one.job().equals(job) && !one.phase().isFinal())) {
                ledger.change(entry, entry.assignment().dropped("the job is gone"));
            }
        });
    }

    void renamed(String oldName, String newName) {
        run("follow " + oldName + " to " + newName, () -> {
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

    private void run(String what, Work work) {
        try {
            thread.execute(guarded(what, work));
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, e, () -> "stopping; after the restart: " + what);
        }
    }

    /** Work as the system user; whatever it throws is logged and tried again by the next tick or start. */
    private static Runnable guarded(String what, Work work) {
        return () -> {
            try (ACLContext ignored = ACL.as2(ACL.SYSTEM2)) {
                work.run();
            } catch (IOException | RuntimeException e) {
                LOGGER.log(Level.SEVERE, e, () -> "can't " + what);
            }
        };
    }

    private interface Work {
        void run() throws IOException;
    }
}
