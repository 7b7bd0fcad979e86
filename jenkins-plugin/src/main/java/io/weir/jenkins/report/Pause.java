package io.weir.jenkins.report;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before something is sent once more. */
public final class Pause {
    /** First pause after a failure; each further one doubles it. */
    public static final Duration FIRST = Duration.ofSeconds(1);

    /** Longest pause. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MAX_DOUBLINGS = 20;

    private Pause() {}

    /** Doubles, up to the longest, give or take a fifth so that many Jenkinses don't come back as one. */
    public static Duration after(int failures) {
        long millis = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, MAX_DOUBLINGS));
        return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
