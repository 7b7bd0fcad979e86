package io.weir.elasticsearch.anomaly;

import org.elasticsearch.common.breaker.CircuitBreaker;
import org.elasticsearch.common.breaker.NoopCircuitBreaker;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.jspecify.annotations.Nullable;

/**
 * Memory on the request circuit breaker for as long as it is open.
 *
 * @param breaker it is charged to
 * @param bytes how much
 */
record BreakerCharge(CircuitBreaker breaker, long bytes) implements AutoCloseable {

    /**
     * Charges {@code bytes}.
     *
     * @throws org.elasticsearch.common.breaker.CircuitBreakingException if that is too much for the node; nothing is charged
     */
    static BreakerCharge of(BigArrays arrays, long bytes) {
        @Nullable CircuitBreakerService service = arrays.breakerService();
        CircuitBreaker breaker = service == null
                ? new NoopCircuitBreaker(CircuitBreaker.REQUEST)
                : service.getBreaker(CircuitBreaker.REQUEST);
        breaker.addEstimateBytesAndMaybeBreak(bytes, "<" + AnomalyAggregationBuilder.NAME + ">");
        return new BreakerCharge(breaker, bytes);
    }

    @Override
    public void close() {
        breaker.addWithoutBreaking(-bytes);
    }
}
