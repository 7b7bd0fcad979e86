/**
 * Deliveries that were accepted and what became of them, on disk. Start at {@link io.weir.jenkins.delivery.DeliveryStore}.
 *
 * <p>A delivery is stored before the sender hears that it was accepted. For each job it concerns it has one
 * {@link io.weir.jenkins.delivery.Assignment}; it stays open until each of them has a build or was dropped for a reason.
 */
@NullMarked
package io.weir.jenkins.delivery;

import org.jspecify.annotations.NullMarked;
