package io.weir.elasticsearch.outbox;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** To be sent when it is due. */
    PENDING,
    /** The receiver took it. */
    DELIVERED,
    /** Given up until somebody asks to retry. */
    PARKED;

    /** The name in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that JSON name.
     *
     * @throws IllegalArgumentException naming the value and the allowed ones
     */
    public static DeliveryState of(String id) {
        for (DeliveryState state : values()) {
            if (state.id().equals(id)) {
                return state;
            }
        }
        throw new IllegalArgumentException("'" + id + "', must be one of pending, delivered, parked");
    }
}
