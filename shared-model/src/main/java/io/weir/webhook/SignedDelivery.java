package io.weir.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The three headers of a signed delivery, made by the sender and checked by the receiver.
 *
 * <p>{@code webhook-signature} is {@code v1,} and the base64 of HMAC-SHA256 over {@code id.timestamp.body}; several
 * signatures stand separated by a space, so that a sender can rotate its key. Source: Standard Webhooks 1.0.
 *
 * @param id the delivery's id
 * @param timestamp seconds since the epoch when this attempt was sent
 * @param signature value of the signature header
 */
public record SignedDelivery(String id, long timestamp, String signature) {
    /** Header that holds the delivery's id. */
    public static final String ID_HEADER = "webhook-id";

    /** Header that holds the attempt's time, in seconds since the epoch. */
    public static final String TIMESTAMP_HEADER = "webhook-timestamp";

    /** Header that holds the signatures. */
    public static final String SIGNATURE_HEADER = "webhook-signature";

    /** A delivery older, or from further in the future, is refused. The value of the specification's own libraries. */
    public static final long DEFAULT_TOLERANCE_SECONDS = 300;

    private static final String VERSION = "v1,";
    private static final int MAX_SIGNATURES = 8;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    /** Why a delivery was refused. For logs of the receiver only: the sender gets one uniform answer. */
    public enum Verdict {
        /** It is what it says. */
        VALID,
        /** A header is missing or not of its form. */
        MALFORMED,
        /** Sent too long ago, or in the future. */
        OUTSIDE_TOLERANCE,
        /** No key gives one of its signatures. */
        WRONG_SIGNATURE
    }

    /** Signs {@code body} with one key. Cost: one HMAC over the body. */
    public static SignedDelivery sign(String id, Instant at, byte[] body, SigningKey key) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("delivery id is '" + id + "', must be 1 to 128 of A-Z a-z 0-9 . _ -");
        }
        long seconds = at.getEpochSecond();
        byte[] mac = key.hmac(prefix(id, Long.toString(seconds)), body);
        return new SignedDelivery(id, seconds, VERSION + Base64.getEncoder().encodeToString(mac));
    }

    /** The headers to send. */
    public Map<String, String> headers() {
        return Map.of(ID_HEADER, id, TIMESTAMP_HEADER, Long.toString(timestamp), SIGNATURE_HEADER, signature);
    }

    /**
     * Checks the headers of a received delivery against the raw bytes of its body, in constant time.
     *
     * @param headers the three headers as received, absent ones null
     * @param body the body's bytes, untouched
     * @param keys the keys that are valid now; two while a key is rotated
     * @param now the receiver's time
     * @param toleranceSeconds how far the timestamp may lie from {@code now}, either way
     */
    public static Verdict verify(
            Received headers, byte[] body, Collection<SigningKey> keys, Instant now, long toleranceSeconds) {
        String id = headers.id();
        String timestamp = headers.timestamp();
        String signature = headers.signature();
        if (id == null || timestamp == null || signature == null) {
            return Verdict.MALFORMED;
        }
        if (!ID.matcher(id).matches() || !TIMESTAMP.matcher(timestamp).matches()) {
            return Verdict.MALFORMED;
        }
        if (Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > toleranceSeconds) {
            return Verdict.OUTSIDE_TOLERANCE;
        }
        return signedByOne(prefix(id, timestamp), body, signature, keys) ? Verdict.VALID : Verdict.WRONG_SIGNATURE;
    }

    private static boolean signedByOne(byte[] prefix, byte[] body, String signature, Collection<SigningKey> keys) {
        String[] offered = signature.split(" ", MAX_SIGNATURES + 1);
        boolean found = false;
        for (SigningKey key : keys) {
            byte[] expected = (VERSION + Base64.getEncoder().encodeToString(key.hmac(prefix, body)))
                    .getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < Math.min(offered.length, MAX_SIGNATURES); i++) {
                // No short cut: each comparison is made, whatever came before.
                found |= MessageDigest.isEqual(expected, offered[i].getBytes(StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static byte[] prefix(String id, String timestamp) {
        return (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    }
}
