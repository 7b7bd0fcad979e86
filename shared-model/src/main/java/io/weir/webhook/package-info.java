/**
 * Signed deliveries after the Standard Webhooks specification. Start at {@link io.weir.webhook.SignedDelivery}.
 *
 * <p>Neither sends nor receives: both plugins do that, and are tested against {@code docs/contracts/signature-vectors.json}.
 */
@NullMarked
package io.weir.webhook;

import org.jspecify.annotations.NullMarked;
