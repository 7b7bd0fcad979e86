package io.weir.webhook;

import org.jspecify.annotations.Nullable;

/**
 * The signature headers of a request as they came in.
 *
 * @param id value of {@link SignedDelivery#ID_HEADER}, null if absent
 * @param timestamp value of {@link SignedDelivery#TIMESTAMP_HEADER}, null if absent
 * @param signature value of {@link SignedDelivery#SIGNATURE_HEADER}, null if absent
 */
public record Received(
        @Nullable String id,
        @Nullable String timestamp,
        @Nullable String signature) {}
