package io.weir.elasticsearch.outbox;

import io.weir.elasticsearch.task.LoopTask;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.elasticsearch.logging.LogManager;
import org.elasticsearch.logging.Logger;

/**
 * Sends what is due, on one node of the cluster at a time. Queues leave side by side, the deliveries of one queue one after
 * the other. What became of an attempt is written on condition that nobody else changed the delivery; a node that dies
 * between an attempt and that write leads to a second attempt with the same id.
 */
final class Dispatcher implements LoopTask.Turn {
    private static final Logger LOGGER = LogManager.getLogger(Dispatcher.class);

    /** Comes back at once, but lets answers come in meanwhile. */
    private static final long BUSY = 20;

    private static final long AFTER_ERROR = 2_000;

    /** A queue behind a parked delivery is looked at this often; a retry wakes it up as well. */
    private static final long BEHIND_PARKED = 60_000;

    private final DeliveryStore store;
    private final Sender sender;
    private final Lanes lanes;
    private final OutboxSettings settings;
    private final Executor executor;
    private final LongSupplier clock;
    private final RandomGenerator random;
    private final Chores chores;
    private final AtomicInteger onTheWay = new AtomicInteger();
    private boolean failing;

    Dispatcher(
            DeliveryStore store,
            Webhooks webhooks,
            OutboxSettings settings,
            Executor executor,
            LongSupplier clock,
            RandomGenerator random,
            Chores chores) {
        this.store = store;
        this.sender = new Sender(webhooks, executor);
        this.lanes = new Lanes(webhooks, random);
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
        this.random = random;
        this.chores = chores;
    }

    @Override
    public long once() {
        try {
            chores.doDue();
            boolean more = dispatch();
            failing = false;
            return more ? BUSY : settings.pollMillis();
        } catch (RuntimeException e) {
            if (!failing) {
                LOGGER.warn("the outbox could not be read, it tries again", e);
            }
            failing = true;
            return AFTER_ERROR;
        }
    }

    @Override
    public void close() {
        sender.close();
    }

    private boolean dispatch() {
        int places = settings.maxConcurrent() - onTheWay.get();
        if (places <= 0) {
            return true;
        }
        store.refresh();
        long now = clock.getAsLong();
        List<DeliveryStore.Held> due = store.due(now, places, lanes.closedWebhooks(now), lanes.busyQueues());
        if (due.isEmpty()) {
            return false;
        }
        Map<String, DeliveryStore.Held> byQueue = new LinkedHashMap<>();
        due.forEach(held -> byQueue.put(held.delivery().queue(), held));
        Map<String, DeliveryStore.Held> heads = store.heads(byQueue.keySet());
        boolean sent = false;
        for (DeliveryStore.Held held : byQueue.values()) {
            sent |= dispatch(held, heads.getOrDefault(held.delivery().queue(), held), now);
        }
        return sent;
    }

    private boolean dispatch(DeliveryStore.Held due, DeliveryStore.Held head, long now) {
        boolean parked = head.delivery().state() == DeliveryState.PARKED;
        if (parked || head.delivery().dueAt().toEpochMilli() > now) {
            long until = parked ? now + BEHIND_PARKED : head.delivery().dueAt().toEpochMilli() + 1;
            store.replace(due, due.delivery().postponed(Instant.ofEpochMilli(until)));
            return false;
        }
        if (!lanes.admit(head.delivery(), now)) {
            return false;
        }
        onTheWay.incrementAndGet();
        sender.send(head.delivery(), Instant.ofEpochMilli(now))
                .thenAcceptAsync(answer -> settle(head, answer), executor)
                .whenComplete((ignored, failure) -> {
                    if (failure != null) {
                        LOGGER.warn(
                                "the end of delivery " + head.delivery().id() + " was not written; it is sent again",
                                failure);
                    }
                    lanes.free(head.delivery());
                    onTheWay.decrementAndGet();
                });
        return true;
    }

    private void settle(DeliveryStore.Held held, Answer answer) {
        Delivery delivery = held.delivery();
        long now = clock.getAsLong();
        lanes.heard(delivery, answer, now);
        // A conflict means that another dispatcher or a caller has the delivery now.
        store.replace(held, next(delivery, answer, now));
    }

    private Delivery next(Delivery delivery, Answer answer, long now) {
        int attempts = delivery.attempts() + 1;
        Instant at = Instant.ofEpochMilli(now);
        String reason = answer.reason() == null ? "" : answer.reason();
        boolean givenUp = switch (answer.verdict()) {
            case DELIVERED -> false;
            case GONE -> true;
            case REFUSED -> attempts >= settings.maxRefusals();
            case UNAVAILABLE -> attempts >= settings.maxAttempts();
        };
        if (answer.verdict() == Answer.Verdict.DELIVERED) {
            return delivery.delivered(answer.status(), at);
        }
        if (givenUp) {
            LOGGER.warn(
                    "delivery {} to webhook '{}' is parked after {} attempts: {}; POST /_weir/outbox/{}/_retry sends it again",
                    delivery.id(),
                    delivery.webhook(),
                    attempts,
                    reason,
                    delivery.id());
            return delivery.parked(answer.status(), reason, at);
        }
        long wait = Math.max(answer.retryAfterMillis(), settings.backoff().after(attempts, random));
        return delivery.failed(answer.status(), reason, at.plusMillis(wait));
    }
}
