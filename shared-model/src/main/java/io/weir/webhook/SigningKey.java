package io.weir.webhook;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shared secret that signs deliveries with HMAC-SHA256.
 *
 * <p>Written as the Standard Webhooks specification writes it: {@code whsec_} and the base64 of 24 to 64 random bytes; the
 * prefix may be left out. {@link #toString()} never shows the secret.
 */
public final class SigningKey {
    /** Fewer bytes could be guessed. */
    public static final int MIN_BYTES = 24;

    /** More bytes than SHA-256's block add nothing. */
    public static final int MAX_BYTES = 64;

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    private SigningKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if it is not base64 or has the wrong length; the message never holds the secret
     */
    public static SigningKey parse(String text) {
        String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The cause is dropped on purpose: its message quotes a character of the secret.
            throw new IllegalArgumentException("the webhook secret is not base64; write it as whsec_<base64 of "
                    + MIN_BYTES + " to " + MAX_BYTES + " random bytes>");
        }
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("the webhook secret has " + bytes.length + " bytes, must have "
                    + MIN_BYTES + " to " + MAX_BYTES + "; make one with: openssl rand -base64 32");
        }
        return new SigningKey(bytes);
    }

    byte[] hmac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            Arrays.stream(parts).forEach(mac::update);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256, this one has not", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey(****)";
    }
}
