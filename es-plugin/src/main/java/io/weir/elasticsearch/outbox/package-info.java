/**
 * Deliveries: durable before they are sent, sent until they arrive or are parked, in order for each trouble.
 *
 * <p>Start at {@link io.weir.elasticsearch.outbox.Delivery} for what is stored and at
 * {@link io.weir.elasticsearch.outbox.Dispatcher} for how it leaves. Knows nothing of detectors.
 */
@NullMarked
package io.weir.elasticsearch.outbox;

import org.jspecify.annotations.NullMarked;
