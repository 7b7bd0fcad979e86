package io.weir.elasticsearch.memory;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.elasticsearch.common.breaker.CircuitBreaker;
import org.elasticsearch.common.breaker.CircuitBreakingException;
import org.elasticsearch.common.settings.ClusterSettings;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.indices.breaker.CircuitBreakerMetrics;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.elasticsearch.indices.breaker.HierarchyCircuitBreakerService;
import org.elasticsearch.test.ESTestCase;

public class BreakerChargeTests extends ESTestCase {
    private final CircuitBreakerService breakers = new HierarchyCircuitBreakerService(
            CircuitBreakerMetrics.NOOP,
            Settings.builder().put("indices.breaker.request.limit", "1mb").build(),
            List.of(),
            new ClusterSettings(Settings.EMPTY, ClusterSettings.BUILT_IN_CLUSTER_SETTINGS));
    private final BigArrays arrays = new BigArrays(null, breakers, CircuitBreaker.REQUEST);

    public void testShouldBeOnTheBreakerForAsLongAsItIsOpen() {
        try (BreakerCharge charge = BreakerCharge.of(arrays, "a test", 1_000)) {
            Assertions.assertThat(used()).isEqualTo(charge.bytes());
        }
        Assertions.assertThat(used()).isZero();
    }

    public void testShouldTripTheBreakerAndLeaveNothingOnIt() {
        Assertions.assertThatThrownBy(() -> BreakerCharge.of(arrays, "a test", 2 << 20))
                .isInstanceOf(CircuitBreakingException.class)
                .hasMessageContaining("a test");
        Assertions.assertThat(used()).isZero();
    }

    public void testShouldGiveBackAllThatItTookBeforeTheBreakerTripped() {
        try (BreakerCharge charge = BreakerCharge.open(arrays, "a test")) {
            charge.add(600_000);
            Assertions.assertThatThrownBy(() -> charge.add(600_000)).isInstanceOf(CircuitBreakingException.class);
            Assertions.assertThat(used()).isEqualTo(600_000);
        }
        Assertions.assertThat(used()).isZero();
    }

    private long used() {
        return breakers.getBreaker(CircuitBreaker.REQUEST).getUsed();
    }
}
