package io.weir.elasticsearch.outbox;

import java.util.random.RandomGenerator;

/**
 * Keeps a webhook that is away from being asked by every delivery: after some failures in a row only one delivery at a time
 * probes it, ever less often, until one gets through. Waiting behind it costs a delivery none of its attempts.
 *
 * <p>Not safe for use by several threads.
 */
final class Breaker {
    /** One or two failures happen to a healthy receiver. */
    static final int FAILURES = 5;

    private static final Backoff PROBES = new Backoff(500, 10_000);

    private final RandomGenerator random;
    private int failures;
    private long probeAt;
    private boolean probing;

    Breaker(RandomGenerator random) {
        this.random = random;
    }

    /** Whether it lets nothing through but probes. */
    boolean open() {
        return failures >= FAILURES;
    }

    /** Whether it would not even admit a probe now. */
    boolean closedTo(long now) {
        return open() && (probing || now < probeAt);
    }

    /** Takes a place for a delivery; false if it has to wait. */
    boolean admit(long now) {
        if (!open()) {
            return true;
        }
        if (closedTo(now)) {
            return false;
        }
        probing = true;
        return true;
    }

    /** The receiver answered as it should, if not to everybody's liking. */
    void succeeded() {
        failures = 0;
        probing = false;
    }

    /** The receiver is away or busy, and asked for {@code retryAfterMillis}. */
    void failed(long now, long retryAfterMillis) {
        failures++;
        probing = false;
        if (open()) {
            probeAt = now + Math.max(retryAfterMillis, PROBES.after(failures - FAILURES + 1, random));
        }
    }
}
