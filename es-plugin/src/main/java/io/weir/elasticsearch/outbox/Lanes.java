package io.weir.elasticsearch.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What the dispatcher remembers of each webhook: its breaker, its rate, and which queues have a delivery on the way. Lost
 * with the node, and soon found out again.
 */
final class Lanes {
    private static final int UNKNOWN_WEBHOOK = 60;

    private final Webhooks webhooks;
    private final RandomGenerator random;
    private final LongSupplier clock;
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Set<String> queuesOnTheWay = new HashSet<>();

    private record Lane(Breaker breaker, Rate rate) {}

    /**
     * Lanes to those webhooks.
     *
     * @param clock milliseconds that only go forward: one that is put back would keep a breaker open till it catches up
     */
    Lanes(Webhooks webhooks, RandomGenerator random, LongSupplier clock) {
        this.webhooks = webhooks;
        this.random = random;
        this.clock = clock;
    }

    /** Takes a place for a delivery; false if it has to wait. */
    synchronized boolean admit(Delivery delivery) {
        long now = clock.getAsLong();
        Lane lane = lane(delivery.webhook(), now);
        if (queuesOnTheWay.contains(delivery.queue()) || !lane.breaker().admit(now)) {
            return false;
        }
        if (!lane.breaker().open() && !lane.rate().take(now)) {
            return false;
        }
        return queuesOnTheWay.add(delivery.queue());
    }

    /** Hears what an attempt came to; its queue stays busy until {@link #free}. */
    synchronized void heard(Delivery delivery, Answer answer) {
        long now = clock.getAsLong();
        Breaker breaker = lane(delivery.webhook(), now).breaker();
        if (answer.verdict() == Answer.Verdict.UNAVAILABLE) {
            breaker.failed(now, answer.retryAfterMillis());
        } else {
            breaker.succeeded();
        }
    }

    /** The queue may send its next delivery. */
    synchronized void free(Delivery delivery) {
        queuesOnTheWay.remove(delivery.queue());
    }

    /** Queues with a delivery on the way. */
    synchronized List<String> busyQueues() {
        return new ArrayList<>(queuesOnTheWay);
    }

    /** Webhooks that take nothing now, not even a probe. */
    synchronized List<String> closedWebhooks() {
        long now = clock.getAsLong();
        return lanes.entrySet().stream()
                .filter(lane -> lane.getValue().breaker().closedTo(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Lane lane(String webhook, long now) {
        return lanes.computeIfAbsent(webhook, name -> {
            int perMinute = webhooks.webhook(name).map(Webhook::perMinute).orElse(UNKNOWN_WEBHOOK);
            return new Lane(new Breaker(random), new Rate(perMinute, now));
        });
    }
}
