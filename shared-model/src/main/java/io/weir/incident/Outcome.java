package io.weir.incident;

import java.util.Locale;

/** What an action on an incident, or the incident itself, came to. */
public enum Outcome {
    /** A remediation job has started. Only in a history, never the outcome of an incident. */
    STARTED(false),
    /** The metrics went back into their band by themselves or after a remediation. Closes the incident. */
    RECOVERED(true),
    /** The cause was removed. Closes the incident. */
    FIXED(true),
    /** The effect should be gone, by a rollback for one; the incident closes when the metrics agree. */
    MITIGATED(false),
    /** There was nothing to do: a false alarm. Closes the incident. */
    NOT_NEEDED(true),
    /** The remediation failed; the incident stays open. */
    FAILED(false),
    /** The remediation was aborted; the incident stays open. */
    ABORTED(false);

    private final boolean closes;

    Outcome(boolean closes) {
        this.closes = closes;
    }

    /** Whether an incident is over with this outcome. */
    public boolean closes() {
        return closes;
    }

    /** The name in JSON: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The outcome of that JSON name.
     *
     * @throws IllegalArgumentException naming the value and the allowed ones
     */
    public static Outcome of(String id) {
        for (Outcome outcome : values()) {
            if (outcome.id().equals(id)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome is '" + id
                + "', must be one of started, recovered, fixed, mitigated, not_needed, failed, aborted");
    }
}
