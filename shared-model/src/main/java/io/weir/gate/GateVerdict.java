package io.weir.gate;

import java.util.Arrays;
import java.util.Locale;

/** What a gate has decided. */
public enum GateVerdict {
    /** It may go on. */
    PASSED,
    /** It may go on, and somebody should look. */
    UNSTABLE,
    /** It must not go on. */
    FAILED,
    /** The data do not tell; the reason says what would. */
    INSUFFICIENT_EVIDENCE;

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static GateVerdict of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no verdict; must be passed, unstable, failed or insufficient_evidence"));
    }
}
