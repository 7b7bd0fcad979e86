package io.weir.evaluation.verdict;

import java.util.Locale;

/** What a threshold says. */
public enum Verdict {
    /** The whole interval is on the right side. */
    PASS,
    /** The whole interval is on the wrong side. */
    FAIL,
    /** The interval holds the limit, or there is none. Never to be read as a pass. */
    INSUFFICIENT_EVIDENCE;

    /** As JSON says it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The verdict of that id.
     *
     * @throws IllegalArgumentException naming it and all that there are
     */
    public static Verdict of(String id) {
        for (Verdict verdict : values()) {
            if (verdict.id().equals(id)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("verdict is '" + id + "', must be one of pass, fail, insufficient_evidence");
    }

    /** The worse of two: a failure before missing evidence before a pass. */
    public Verdict and(Verdict other) {
        if (this == FAIL || other == FAIL) {
            return FAIL;
        }
        return this == PASS ? other : this;
    }
}
