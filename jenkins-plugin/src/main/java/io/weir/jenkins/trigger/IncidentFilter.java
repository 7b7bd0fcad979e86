package io.weir.jenkins.trigger;

import io.weir.incident.Incident;
import io.weir.incident.IncidentEvent;
import io.weir.incident.Severity;
import io.weir.jenkins.incident.Services;
import io.weir.jenkins.text.TextPattern;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which events a trigger is about. */
final class IncidentFilter {
    private final Set<IncidentEvent.Type> types;
    private final Severity minSeverity;
    private final TextPattern services;
    private final Map<String, TextPattern> labels;

    IncidentFilter(String types, String minSeverity, String services, String labels) {
        this.types = types(types);
        this.minSeverity = Severity.of(minSeverity);
        this.services = TextPattern.anyOf(services.isBlank() ? "*" : services);
        this.labels = labels(labels);
    }

    boolean matches(IncidentEvent event) {
        Incident incident = event.incident();
        return types.contains(event.type())
                && incident.severity().compareTo(minSeverity) >= 0
                && services.matches(Services.of(incident))
                && labels.entrySet().stream().allMatch(label -> has(incident, label.getKey(), label.getValue()));
    }

    private static boolean has(Incident incident, String key, TextPattern pattern) {
        String value = incident.labels().get(key);
        return value != null && pattern.matches(value);
    }

    /** Reads {@code opened, resolved}. */
    static Set<IncidentEvent.Type> types(String text) {
        Set<IncidentEvent.Type> all = EnumSet.noneOf(IncidentEvent.Type.class);
        for (String part : text.split(",", -1)) {
            try {
                all.add(IncidentEvent.Type.valueOf(part.trim().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "types is '" + text + "', must be one or more of opened, updated, resolved", e);
            }
        }
        return all;
    }

    /** Reads {@code key=pattern}, separated by lines, or by commas if there is one line only. */
    static Map<String, TextPattern> labels(String text) {
        Map<String, TextPattern> all = new LinkedHashMap<>();
        for (String part : text.trim().split(text.trim().contains("\n") ? "\n" : ",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "labels has '" + part.trim() + "', must be key=pattern, such as team=checkout");
            }
            all.put(part.substring(0, equals).trim(), TextPattern.anyOf(part.substring(equals + 1)));
        }
        return all;
    }
}
