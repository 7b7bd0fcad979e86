package io.weir.elasticsearch.outbox;

import org.assertj.core.api.Assertions;
import org.elasticsearch.test.ESTestCase;

public class RateTests extends ESTestCase {
    public void testShouldGiveAsManyPlacesAMinuteAsAllowed() {
        Rate rate = new Rate(600, 0);
        int given = 0;
        for (long now = 0; now < 60_000; now += 10) {
            given += rate.take(now) ? 1 : 0;
        }

        Assertions.assertThat(given).isBetween(600, 610);
    }

    public void testShouldGiveOnePlaceAtLeast() {
        Assertions.assertThat(new Rate(1, 0).take(0)).isTrue();
    }
}
