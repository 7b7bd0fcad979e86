package io.weir.elasticsearch.outbox;

import io.weir.elasticsearch.task.LoopTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
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

    /** A queue behind a parked delivery is looked at this often; a retry of that one wakes it at once. */
    private static final long BEHIND_PARKED = 60_000;

    private final DeliveryStore store;
    private final Sender sender;
    private final Lanes lanes;
    private final Aftermath aftermath;
    private final Chores chores;
    private final OutboxSettings settings;
    private final Executor executor;
    private final LongSupplier clock;
    private final AtomicInteger onTheWay = new AtomicInteger();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private boolean failing;

    /**
     * What became of an attempt, to be written.
     *
     * @param held the delivery as it was read
     * @param next what it is now
     */
    private record Outcome(DeliveryStore.Held held, Delivery next) {}

    Dispatcher(
            DeliveryStore store,
            Sender sender,
            Lanes lanes,
            Aftermath aftermath,
            Chores chores,
            OutboxSettings settings,
            Executor executor,
            LongSupplier clock) {
        this.store = store;
        this.sender = sender;
        this.lanes = lanes;
        this.aftermath = aftermath;
        this.chores = chores;
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public long once() {
        try {
            chores.doDue();
            settle();
            dispatch();
            failing = false;
            return onTheWay.get() > 0 ? BUSY : settings.pollMillis();
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

    /** Many outcomes in one write: one at a time they would be what a busy outbox waits for. */
    private void settle() {
        List<Outcome> ready = List.copyOf(outcomes);
        store.replace(ready.stream()
                .map(outcome -> Map.entry(outcome.held(), outcome.next()))
                .toList());
        // After a failed write they stay, and are written at the next turn.
        for (Outcome outcome : ready) {
            outcomes.remove(outcome);
            lanes.free(outcome.held().delivery());
            onTheWay.decrementAndGet();
        }
    }

    private void dispatch() {
        int places = settings.maxConcurrent() - onTheWay.get();
        if (places <= 0) {
            return;
        }
        store.refresh();
        long now = clock.getAsLong();
        List<DeliveryStore.Held> due = store.due(now, places, lanes.closedWebhooks(), lanes.busyQueues());
        List<String> queues = due.stream()
                .map(DeliveryStore.Held::delivery)
                // The first of all is the head of its queue, whatever else there is.
                .filter(delivery -> delivery.sequence() > 1)
                .map(Delivery::queue)
                .toList();
        Map<String, DeliveryStore.Held> heads = queues.isEmpty() ? Map.of() : store.heads(queues);
        List<Map.Entry<DeliveryStore.Held, Delivery>> postponed = new ArrayList<>();
        for (DeliveryStore.Held held : due) {
            DeliveryStore.Held head = heads.getOrDefault(held.delivery().queue(), held);
            boolean parked = head.delivery().state() == DeliveryState.PARKED;
            long headDue = head.delivery().dueAt().toEpochMilli();
            if (parked || !DeliveryStore.isDue(headDue, now)) {
                long until = parked ? now + BEHIND_PARKED : headDue + 1;
                postponed.add(Map.entry(held, held.delivery().postponed(Instant.ofEpochMilli(until))));
            } else if (lanes.admit(head.delivery())) {
                send(head, now);
            }
        }
        store.replace(postponed);
    }

    private void send(DeliveryStore.Held held, long now) {
        onTheWay.incrementAndGet();
        sender.send(held.delivery(), Instant.ofEpochMilli(now))
                .thenAcceptAsync(answer -> heard(held, answer), executor);
    }

    private void heard(DeliveryStore.Held held, Answer answer) {
        long now = clock.getAsLong();
        lanes.heard(held.delivery(), answer);
        // Written on condition that another dispatcher or a caller has not changed the delivery meanwhile.
        outcomes.add(new Outcome(held, aftermath.of(held.delivery(), answer, now)));
    }
}
