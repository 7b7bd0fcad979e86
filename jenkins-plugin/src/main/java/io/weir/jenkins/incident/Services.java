package io.weir.jenkins.incident;

import io.weir.incident.Incident;

/** The service that an incident is about. */
public final class Services {
    private Services() {}

    /** Grouping key {@code service.name}, else the label {@code service}, else empty. */
    public static String of(Incident incident) {
        String named = incident.group().get("service.name");
        return named != null ? named : incident.labels().getOrDefault("service", "");
    }
}
