package io.weir.gate;

import java.util.Arrays;
import java.util.Locale;

/** What came of one thing that a gate looked at. */
public enum FindingOutcome {
    /** It does not hold. */
    FAILED,
    /** The data do not tell. */
    UNDECIDED,
    /** It holds. */
    PASSED;

    /** The name in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the name.
     *
     * @throws IllegalArgumentException if there is none such
     */
    public static FindingOutcome of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + name + "' is no outcome; must be failed, undecided or passed"));
    }
}
