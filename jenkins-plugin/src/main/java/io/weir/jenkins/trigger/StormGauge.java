package io.weir.jenkins.trigger;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast incidents come in for one job. Not thread-safe. */
final class StormGauge {
    private final Deque<Instant> alone = new ArrayDeque<>();
    private Instant gatheredUntil = Instant.MIN;

    /** Counts one in. Returns until when it is gathered with others, or {@code now} if it gets a build of its own. */
    Instant admit(StormLimit limit, Instant now) {
        if (now.isBefore(gatheredUntil)) {
            return gatheredUntil;
        }
        while (!alone.isEmpty() && !alone.getFirst().isAfter(now.minus(limit.window()))) {
            alone.removeFirst();
        }
        if (alone.size() < limit.count()) {
            alone.addLast(now);
            return now;
        }
        gatheredUntil = now.plus(limit.window());
        return gatheredUntil;
    }
}
