/** Memory that a request takes, on the node's circuit breaker. Start at {@link io.weir.elasticsearch.memory.BreakerCharge}. */
@NullMarked
package io.weir.elasticsearch.memory;

import org.jspecify.annotations.NullMarked;
