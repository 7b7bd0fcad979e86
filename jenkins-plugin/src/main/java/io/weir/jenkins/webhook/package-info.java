/**
 * {@code POST /weir/deliver}: from an HTTP request to a delivery on disk. Start at {@link io.weir.jenkins.webhook.Receiver},
 * which has all the rules; {@link io.weir.jenkins.webhook.WeirRootAction} only puts it at its address.
 */
@NullMarked
package io.weir.jenkins.webhook;

import org.jspecify.annotations.NullMarked;
