package io.weir.elasticsearch.incident;

import io.weir.incident.IncidentEvent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a change of an incident means to the world. */
public enum Effect {
    /** There is a new incident. */
    OPENED(IncidentEvent.Type.OPENED),
    /** A resolved one came back. */
    REOPENED(IncidentEvent.Type.OPENED),
    /** It got worse. */
    WORSENED(IncidentEvent.Type.UPDATED),
    /** Somebody took it. */
    ACKNOWLEDGED(IncidentEvent.Type.UPDATED),
    /** It is over. */
    RESOLVED(IncidentEvent.Type.RESOLVED),
    /** More evidence or a note: nothing is told. */
    NOTED(null);

    private final IncidentEvent.@Nullable Type tells;

    Effect(IncidentEvent.@Nullable Type tells) {
        this.tells = tells;
    }

    /** The event that webhooks are told, or null for none. */
    public IncidentEvent.@Nullable Type tells() {
        return tells;
    }

    /** The name in ids of deliveries and in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
