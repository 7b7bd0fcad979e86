package io.weir.elasticsearch.outbox;

import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.elasticsearch.test.ESTestCase;

public class BreakerTests extends ESTestCase {
    private final Breaker breaker = new Breaker(new SplittableRandom(1));

    public void testShouldLetEverythingThroughUntilItHasFailedOften() {
        fail(Breaker.FAILURES - 1);
        Assertions.assertThat(breaker.admit(0)).isTrue();
        fail(1);
        Assertions.assertThat(breaker.admit(0)).isFalse();
    }

    public void testShouldProbeWithOneAtATime() {
        fail(Breaker.FAILURES);

        Assertions.assertThat(breaker.admit(20_000)).isTrue();
        Assertions.assertThat(breaker.admit(20_000)).isFalse();
        breaker.succeeded();
        Assertions.assertThat(breaker.admit(20_000)).isTrue();
        Assertions.assertThat(breaker.admit(20_000)).isTrue();
    }

    public void testShouldWaitForAsLongAsTheReceiverAsks() {
        fail(Breaker.FAILURES);
        breaker.failed(0, 60_000);

        Assertions.assertThat(breaker.admit(59_999)).isFalse();
        Assertions.assertThat(breaker.admit(60_000)).isTrue();
    }

    public void testShouldNeverWaitLongerThanItsLimit() {
        fail(50);

        Assertions.assertThat(breaker.admit(10_000)).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed(0, 0);
        }
    }
}
