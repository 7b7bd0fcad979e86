package io.weir.elasticsearch.outbox;

/**
 * A token bucket: as many a minute as allowed, with a second's worth at once.
 *
 * <p>Not safe for use by several threads.
 */
final class Rate {
    private static final double MINUTE = 60_000;

    private final double perMilli;
    private final double capacity;
    private double tokens;
    private long at;

    Rate(int perMinute, long now) {
        this.perMilli = perMinute / MINUTE;
        this.capacity = Math.max(1, perMinute / 60.0);
        this.tokens = capacity;
        this.at = now;
    }

    /** Takes a place, if there is one. */
    boolean take(long now) {
        tokens = Math.min(capacity, tokens + Math.max(0, now - at) * perMilli);
        at = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
