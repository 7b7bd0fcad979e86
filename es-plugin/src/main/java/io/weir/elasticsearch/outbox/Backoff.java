package io.weir.elasticsearch.outbox;

import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: twice as long each time, up to a limit, of which a random part between one half
 * and all is taken, so that deliveries that failed together don't come back together.
 *
 * @param firstMillis the longest wait after the first failure
 * @param limitMillis the longest wait after any failure
 */
record Backoff(long firstMillis, long limitMillis) {

    /** The wait after the {@code failures}-th failure, from 1. */
    long after(int failures, RandomGenerator random) {
        int doublings = Math.clamp(failures - 1L, 0, 40);
        long longest = Math.min(limitMillis, firstMillis << Math.min(doublings, 20));
        return longest / 2 + random.nextLong(longest / 2 + 1);
    }
}
