package io.weir.elasticsearch.detector;

import org.assertj.core.api.Assertions;

/** What a detector makes of a clock that jumps. */
public class ClockTests extends DetectorTurnTestCase {
    private static final long DAY = 86_400_000;
    private static final long MINUTE = 60_000;
    private static final String DETECTOR = """
            {"index": ["nowhere-*"], "interval": "1m", "window": "10m", "delay": "0s", "resolve_after": 1,
             "clauses": [{"name": "load", "aggregation": {"max": {"field": "load"}},
                          "condition": {"threshold": {"above": 100}}}]}""";

    public void testShouldSleepForAnIntervalAtMost() {
        store(DETECTOR);

        Assertions.assertThat(turn(1_000_000).once()).isBetween(0L, MINUTE);
    }

    public void testShouldLookFromNowOnWhereTheClockWasPutBack() {
        store(DETECTOR);
        now += DAY;
        turn(1_000_000).once();
        Assertions.assertThat(nextInterval()).isGreaterThan(now - 2 * MINUTE);
        now -= DAY;

        DetectorTurn turn = turn(1_000_000);
        Assertions.assertThat(turn.once()).isLessThanOrEqualTo(MINUTE);
        turn.once();

        Assertions.assertThat(nextInterval()).isBetween(now - 2 * MINUTE, now);
    }

    public void testShouldCatchUpWithAnHourWhereTheClockJumpedAhead() {
        store(DETECTOR);
        turn(1_000_000).once();
        now += DAY;
        turn(1_000_000).once();

        RunRecord last = checkpoints().get("d").orElseThrow().runs().getLast();
        Assertions.assertThat(last.to() - last.from()).isEqualTo(60 * MINUTE);
        Assertions.assertThat(last.skipped()).isBetween(1_379L, 1_381L);
    }

    private long nextInterval() {
        return checkpoints().get("d").orElseThrow().nextBucket();
    }
}
