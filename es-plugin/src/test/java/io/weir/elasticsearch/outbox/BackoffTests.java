package io.weir.elasticsearch.outbox;

import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.elasticsearch.test.ESTestCase;

public class BackoffTests extends ESTestCase {
    public void testShouldDoubleUpToItsLimitWithJitter() {
        Backoff backoff = new Backoff(1_000, 60_000);
        SplittableRandom random = new SplittableRandom(1);

        for (int failures = 1; failures < 100; failures++) {
            long longest = Math.min(60_000, 1_000L << Math.min(failures - 1, 20));
            Assertions.assertThat(backoff.after(failures, random)).isBetween(longest / 2, longest);
        }
    }

    public void testShouldNotBeTheSameForTwo() {
        Backoff backoff = new Backoff(1_000_000, 1_000_000);
        SplittableRandom random = new SplittableRandom(1);

        Assertions.assertThat(backoff.after(1, random)).isNotEqualTo(backoff.after(1, random));
    }
}
