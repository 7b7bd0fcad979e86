package io.weir.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hashes of what makes two things the same thing: 128 bits of SHA-256 over length-prefixed parts, in hexadecimal.
 *
 * <p>Length prefixes keep {@code ("ab","c")} and {@code ("a","bc")} apart. 128 bits make an accidental collision
 * unthinkable at any number of incidents that a person will ever see.
 */
public final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    /** The fingerprint of an incident: the same detector, kind and group are the same trouble. */
    public static String ofIncident(String detectorId, String kind, Map<String, String> group) {
        String[] parts = new String[2 + 2 * group.size()];
        parts[0] = detectorId;
        parts[1] = kind;
        int next = 2;
        for (Map.Entry<String, String> entry : new TreeMap<>(group).entrySet()) {
            parts[next++] = entry.getKey();
            parts[next++] = entry.getValue();
        }
        return of(parts);
    }

    /** The hash of an ordered list of parts. */
    public static String of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, this one has not", e);
        }
    }
}
