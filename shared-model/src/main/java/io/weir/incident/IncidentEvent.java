package io.weir.incident;

import java.time.Instant;
import java.util.Locale;

/**
 * What is told to the world of an incident: a CloudEvents 1.0 event.
 *
 * @param id the delivery's id, the same for each attempt; receivers use it to act once
 * @param type what happened
 * @param time when it happened
 * @param incident the incident after it happened
 */
public record IncidentEvent(String id, Type type, Instant time, Incident incident) {
    /** Kinds of event. */
    public enum Type {
        /** A new incident, or one that came back. */
        OPENED,
        /** New evidence, an acknowledgement, a worse severity. */
        UPDATED,
        /** It is over. */
        RESOLVED;

        private static final String PREFIX = "io.weir.incident.";

        /** The CloudEvents {@code type}. */
        public String id() {
            return PREFIX + name().toLowerCase(Locale.ROOT);
        }

        /**
         * The type of that CloudEvents name.
         *
         * @throws IllegalArgumentException naming the value and the allowed ones
         */
        public static Type of(String id) {
            for (Type type : values()) {
                if (type.id().equals(id)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("type is '" + id + "', must be one of io.weir.incident.opened, "
                    + "io.weir.incident.updated, io.weir.incident.resolved");
        }
    }
}
