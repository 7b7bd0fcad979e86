package io.weir.jenkins.trigger;

/** What a person may decide on a delivery that waits. */
public enum Decision {
    /** Awaiting approval: let it start, within the trigger's limits. */
    APPROVE("delivery.approved"),
    /** Awaiting approval: drop it. */
    REJECT("delivery.rejected"),
    /** Held: start it at once, whatever holds it. */
    START("delivery.started_by_hand"),
    /** Held: drop it. */
    DROP("delivery.dropped_by_hand");

    private final String event;

    Decision(String event) {
        this.event = event;
    }

    /** Its name in the audit. */
    String event() {
        return event;
    }
}
