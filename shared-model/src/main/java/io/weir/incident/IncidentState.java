package io.weir.incident;

import java.util.Locale;

/** Where an incident stands: open → acknowledged → resolved, and open again if it comes back. */
public enum IncidentState {
    /** Nobody has taken it yet. */
    OPEN,
    /** Somebody, or a remediation job, has taken it. */
    ACKNOWLEDGED,
    /** It is over. */
    RESOLVED;

    /** The name in JSON: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that JSON name.
     *
     * @throws IllegalArgumentException naming the value and the allowed ones
     */
    public static IncidentState of(String id) {
        for (IncidentState state : values()) {
            if (state.id().equals(id)) {
                return state;
            }
        }
        throw new IllegalArgumentException("state is '" + id + "', must be one of open, acknowledged, resolved");
    }

    /** Whether an incident in this state may go to {@code next}. Resolved incidents are reopened, never acknowledged. */
    public boolean mayBecome(IncidentState next) {
        return switch (this) {
            case OPEN -> next == ACKNOWLEDGED || next == RESOLVED;
            case ACKNOWLEDGED -> next == RESOLVED;
            case RESOLVED -> next == OPEN;
        };
    }
}
