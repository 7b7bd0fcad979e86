package io.weir.jenkins.trigger;

import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import io.weir.jenkins.storage.AuditLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The open deliveries in memory, each change written to disk and audited. Only the dispatcher's thread changes it; any
 * thread may look at {@link #entries}.
 *
 * <p>A change that can't be written throws {@link UncheckedIOException} and leaves memory as it was.
 */
final class Ledger {
    private final DeliveryStore store;
    private final AuditLog audit;
    private final Consumer<Entry> over;
    private final Map<String, Delivery> open = new LinkedHashMap<>();

    /** {@code over} is told of each assignment with which nothing more will happen. */
    Ledger(DeliveryStore store, AuditLog audit, Consumer<Entry> over) {
        this.store = store;
        this.audit = audit;
        this.over = over;
    }

    /** A delivery and its assignment to one job. */
    record Entry(Delivery delivery, Assignment assignment) {}

    /** Reads what a restart has left. */
    void load() throws IOException {
        store.open().forEach(this::add);
    }

    void add(Delivery delivery) {
        synchronized (open) {
            open.putIfAbsent(delivery.id(), delivery);
        }
    }

    List<Delivery> unplanned() {
        return open.values().stream().filter(one -> !one.planned()).toList();
    }

    void planned(Delivery delivery, List<Assignment> plan) {
        put(delivery.plannedAs(plan));
        for (Assignment one : plan) {
            if (one.gathered() || one.phase() == Assignment.Phase.AWAITING) {
                audit(event(one), delivery, one);
            }
        }
    }

    /** Replaces an assignment. */
    void change(Entry entry, Assignment changed) {
        Delivery current = open.get(entry.delivery().id());
        if (current == null) {
            return;
        }
        put(current.with(entry.assignment(), changed));
        audit(event(changed), current, changed);
        if (changed.phase().isFinal()) {
            over.accept(new Entry(current, changed));
        }
    }

    /** Waiting ones of a job that are due. */
    List<Entry> due(String job, Instant now) {
        return entries(one -> one.job().equals(job)
                && one.phase() == Assignment.Phase.WAITING
                && !one.notBefore().isAfter(now));
    }

    /** Jobs that have something due. */
    Set<String> jobsDue(Instant now) {
        Set<String> jobs = new TreeSet<>();
        entries(one -> one.phase() == Assignment.Phase.WAITING
                        && !one.notBefore().isAfter(now))
                .forEach(entry -> jobs.add(entry.assignment().job()));
        return jobs;
    }

    List<Entry> entries(Predicate<Assignment> which) {
        List<Entry> found = new ArrayList<>();
        synchronized (open) {
            for (Delivery delivery : open.values()) {
                for (Assignment one : delivery.assignments()) {
                    if (which.test(one)) {
                        found.add(new Entry(delivery, one));
                    }
                }
            }
        }
        return found;
    }

    /** A delivery's assignment to a job that is still open, or null. */
    @Nullable
    Entry find(String deliveryId, String job) {
        Delivery delivery = open.get(deliveryId);
        if (delivery != null) {
            for (Assignment one : delivery.assignments()) {
                if (one.job().equals(job) && !one.phase().isFinal()) {
                    return new Entry(delivery, one);
                }
            }
        }
        return null;
    }

    private void put(Delivery delivery) {
        try {
            store.update(delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (open) {
            if (delivery.isFinished()) {
                open.remove(delivery.id());
            } else {
                open.put(delivery.id(), delivery);
            }
        }
    }

    private static String event(Assignment changed) {
        return switch (changed.phase()) {
            case AWAITING -> "build.awaiting_approval";
            case WAITING -> "build.held";
            case QUEUED -> "build.queued";
            case STARTED -> "build.started";
            case DROPPED -> "build.dropped";
        };
    }

    private void audit(String event, Delivery delivery, Assignment one) {
        audit.add(
                event,
                Map.of(
                        "delivery", delivery.id(),
                        "incident", delivery.event().incident().id(),
                        "job", one.job(),
                        "number", Long.toString(one.number()),
                        "reason", one.reason()));
    }
}
