package io.weir.elasticsearch.memory;

import org.elasticsearch.common.breaker.CircuitBreaker;
import org.elasticsearch.common.breaker.NoopCircuitBreaker;
import org.elasticsearch.common.util.BigArrays;
import org.elasticsearch.indices.breaker.CircuitBreakerService;
import org.jspecify.annotations.Nullable;

/** Memory on the request circuit breaker for as long as it is open. For one thread at a time. */
public final class BreakerCharge implements AutoCloseable {
    private final CircuitBreaker breaker;
    private final String label;
    private long bytes;

    private BreakerCharge(CircuitBreaker breaker, String label) {
        this.breaker = breaker;
        this.label = label;
    }

    /**
     * Charges nothing yet.
     *
     * @param label what the memory is for, in the message of a breaker that trips
     */
    public static BreakerCharge open(BigArrays arrays, String label) {
        @Nullable CircuitBreakerService service = arrays.breakerService();
        CircuitBreaker breaker = service == null
                ? new NoopCircuitBreaker(CircuitBreaker.REQUEST)
                : service.getBreaker(CircuitBreaker.REQUEST);
        return new BreakerCharge(breaker, label);
    }

    /**
     * Charges {@code bytes} at once; see {@link #open} and {@link #add}.
     *
     * @throws org.elasticsearch.common.breaker.CircuitBreakingException if that is too much for the node; nothing is charged
     */
    public static BreakerCharge of(BigArrays arrays, String label, long bytes) {
        BreakerCharge charge = open(arrays, label);
        charge.add(bytes);
        return charge;
    }

    /**
     * Charges more.
     *
     * @throws org.elasticsearch.common.breaker.CircuitBreakingException if that is too much for the node; what was charged
     *     before stays charged
     */
    public void add(long more) {
        breaker.addEstimateBytesAndMaybeBreak(more, label);
        bytes += more;
    }

    /** How much is charged. */
    public long bytes() {
        return bytes;
    }

    /** Gives all of it back. */
    @Override
    public void close() {
        breaker.addWithoutBreaking(-bytes);
        bytes = 0;
    }
}
