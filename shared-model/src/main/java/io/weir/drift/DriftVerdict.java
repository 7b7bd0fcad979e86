package io.weir.drift;

import java.util.Collection;

/** What can be said of a true distance and its limit. */
public enum DriftVerdict {
    /** Confidently above the limit. */
    DRIFTED("drifted"),
    /** Neither: the data allow distances on both sides of the limit, or there are none. */
    INSUFFICIENT_EVIDENCE("insufficient_evidence"),
    /** Confidently below the limit. */
    STABLE("stable");

    private final String id;

    DriftVerdict(String id) {
        this.id = id;
    }

    /** Name in reports. */
    public String id() {
        return id;
    }

    /** What holds of a whole: drifted if any part is, stable only if every part is and there is one. */
    public static DriftVerdict ofAll(Collection<DriftVerdict> parts) {
        return parts.stream().min(DriftVerdict::compareTo).orElse(INSUFFICIENT_EVIDENCE);
    }

    /**
     * The verdict of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DriftVerdict of(String id) {
        for (DriftVerdict verdict : values()) {
            if (verdict.id.equals(id)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException(
                "verdict '" + id + "' is unknown; known are drifted, stable, insufficient_evidence");
    }
}
