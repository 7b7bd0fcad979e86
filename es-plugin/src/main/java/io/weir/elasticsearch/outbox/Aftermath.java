package io.weir.elasticsearch.outbox;

import java.time.Instant;
import java.util.random.RandomGenerator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Decides what becomes of a delivery after an attempt: done, again later, or parked. */
final class Aftermath {
    private static final Logger LOGGER = LogManager.getLogger(Aftermath.class);

    private final OutboxSettings settings;
    private final RandomGenerator random;

    /**
     * Decisions by those settings.
     *
     * @param random spreads retries in time
     */
    Aftermath(OutboxSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    /** The delivery after that answer, heard at {@code now}. */
    Delivery of(Delivery delivery, Answer answer, long now) {
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
