package io.weir.jenkins.shipment;

import hudson.Extension;
import hudson.ExtensionList;
import io.weir.jenkins.elasticsearch.ElasticsearchClient;
import io.weir.jenkins.report.Pause;
import io.weir.jenkins.report.Sent;
import io.weir.jenkins.report.Target;
import io.weir.jenkins.storage.AuditLog;
import io.weir.jenkins.storage.WeirHome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Documents that have not arrived yet. {@link #send} tries at once, on the caller's thread; what does not arrive is on disk by
 * then, and a thread of its own goes on with growing pauses, also after a restart. Thread-safe.
 */
@Extension
public final class ShipmentQueue {
    /** What could not be sent for so long is dropped: the build keeps it anyway. */
    static final Duration GIVE_UP = Duration.ofDays(1);

    /** The oldest of more than this are dropped: 200 of the largest profiles are 3.2 GB. */
    static final int MAX_OPEN = 200;

    private static final int CONFLICT = 409;
    private static final Logger LOGGER = Logger.getLogger(ShipmentQueue.class.getName());

    private final ShipmentStore store = new ShipmentStore(WeirHome.directory("shipments"));
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Shipment> open = new LinkedHashMap<>();
    private final ScheduledExecutorService thread;
    private @Nullable ScheduledFuture<?> timer;
    private boolean loaded;

    /** In Jenkins' home. */
    public ShipmentQueue() {
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "weir shipments");
            made.setDaemon(true);
            return made;
        });
    }

    /** The one of this Jenkins. */
    public static ShipmentQueue get() {
        return ExtensionList.lookupSingleton(ShipmentQueue.class);
    }

    /** Takes a document over and tries to send it, for half a minute at most. */
    public Sent send(Shipment shipment, byte[] body) throws IOException {
        store.put(shipment, body);
        Sent sent = attempt(shipment);
        if (sent.verdict() == Sent.Verdict.TRY_AGAIN) {
            synchronized (this) {
                load();
                open.put(shipment.id(), shipment);
                dropOldest();
            }
        }
        settle(shipment, sent);
        schedule();
        return sent;
    }

    /** How many have not arrived yet. */
    public synchronized int size() throws IOException {
        load();
        return open.size();
    }

    void start() {
        schedule();
    }

    void stop() {
        thread.shutdownNow();
    }

    synchronized void renamed(String oldScope, String newScope) throws IOException {
        load();
        for (Shipment each : List.copyOf(open.values())) {
            if (each.scope().equals(oldScope)) {
                store.put(each.ofScope(newScope));
                open.put(each.id(), each.ofScope(newScope));
            }
        }
    }

    private Sent attempt(Shipment shipment) throws IOException {
        byte[] body = store.read(shipment);
        boolean lineage = shipment.receiver() == Shipment.Receiver.LINEAGE;
        try (ElasticsearchClient client = lineage ? LineageServer.open() : Target.open(shipment.scope())) {
            String server = lineage ? LineageServer.NAME : "Elasticsearch";
            if (client == null) {
                return Sent.tryAgain("no " + server + " URL is configured");
            }
            ElasticsearchClient.Answer answer =
                    lineage ? client.post(shipment.path(), body) : client.put(shipment.path(), body);
            return answer.status() == CONFLICT
                    ? new Sent(Sent.Verdict.REFUSED, server + " answered 409: " + answer.body())
                    : Sent.of(server, answer.status(), answer.body());
        } catch (IOException e) {
            return Sent.tryAgain("no answer from " + (lineage ? LineageServer.NAME : "Elasticsearch") + ": " + e);
        }
    }

    private void settle(Shipment shipment, Sent sent) throws IOException {
        Instant now = clock.instant();
        switch (sent.verdict()) {
            case ARRIVED -> end("shipment.sent", shipment, "");
            case REFUSED -> end("shipment.refused", shipment, sent.reason());
            case TRY_AGAIN -> {
                if (shipment.createdAt().plus(GIVE_UP).isBefore(now)) {
                    end("shipment.dropped", shipment, "not sent within " + GIVE_UP + ": " + sent.reason());
                } else {
                    later(shipment.retriedAt(now.plus(Pause.after(shipment.attempts()))), sent.reason());
                }
            }
        }
    }

    private synchronized void later(Shipment shipment, String why) throws IOException {
        Shipment known = open.get(shipment.id());
        if (known != null) {
            Shipment kept = shipment.ofScope(known.scope());
            store.put(kept);
            open.put(kept.id(), kept);
            LOGGER.log(Level.INFO, "{0} not sent, next attempt at {1}: {2}", new Object[] {
                kept.what(), kept.notBefore(), why
            });
        }
    }

    private void end(String event, Shipment shipment, String why) throws IOException {
        synchronized (this) {
            open.remove(shipment.id());
            store.remove(shipment);
        }
        AuditLog.get().add(event, Map.of("shipment", shipment.id(), "what", shipment.what(), "reason", why));
        if (!why.isEmpty()) {
            LOGGER.log(Level.WARNING, "{0} was given up: {1}", new Object[] {shipment.what(), why});
        }
    }

    private void dropOldest() throws IOException {
        while (open.size() > MAX_OPEN) {
            end("shipment.dropped", open.values().iterator().next(), "more than " + MAX_OPEN + " wait");
        }
    }

    private void sendDue() {
        try {
            for (Shipment each : due()) {
                settle(each, attempt(each));
            }
            schedule();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "sending failed; next attempt in " + Pause.LONGEST);
            wakeIn(Pause.LONGEST.toMillis());
        }
    }

    private synchronized List<Shipment> due() throws IOException {
        load();
        Instant now = clock.instant();
        List<Shipment> due = new ArrayList<>(open.values());
        due.removeIf(each -> each.notBefore().isAfter(now));
        return due;
    }

    private void schedule() {
        try {
            Instant next = next();
            if (next != null) {
                long millis = Duration.between(clock.instant(), next).toMillis();
                wakeIn(Math.max(100, millis));
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "can't read what is to be sent", e);
        }
    }

    /** In place of what was to happen before: however many documents wait, one timer runs. */
    private synchronized void wakeIn(long millis) {
        try {
            if (timer != null) {
                timer.cancel(false);
            }
            timer = thread.schedule(this::sendDue, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOGGER.log(Level.FINE, "stopping; what is left is sent after the restart", e);
        }
    }

    private synchronized @Nullable Instant next() throws IOException {
        load();
        return open.values().stream()
                .map(Shipment::notBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void load() throws IOException {
        if (!loaded) {
            for (Shipment each : store.all()) {
                open.put(each.id(), each);
            }
            loaded = true;
        }
    }
}
