package io.weir.jenkins.incident;

import io.weir.incident.Evidence;
import io.weir.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a Jenkinsfile sees it: maps, lists, texts and numbers of the JDK, so that it can be read in the sandbox
 * and saved with the running program.
 */
final class IncidentFacts {
    private IncidentFacts() {}

    /** The facts of the first incident; all of them, itself included, are under {@code incidents}. */
    static Map<String, Object> of(List<Incident> incidents) {
        Map<String, Object> facts = one(incidents.getFirst());
        List<Map<String, Object>> all = new ArrayList<>();
        incidents.forEach(incident -> all.add(one(incident)));
        facts.put("count", incidents.size());
        facts.put("incidents", all);
        return facts;
    }

    private static Map<String, Object> one(Incident incident) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", incident.id());
        facts.put("fingerprint", incident.fingerprint());
        facts.put("kind", incident.kind());
        facts.put("state", incident.state().id());
        facts.put("severity", incident.severity().id());
        facts.put("title", incident.title());
        facts.put("reason", incident.reason());
        facts.put("detector", incident.detectorId());
        facts.put("service", Services.of(incident));
        facts.put("group", new LinkedHashMap<>(new TreeMap<>(incident.group())));
        facts.put("labels", new LinkedHashMap<>(new TreeMap<>(incident.labels())));
        facts.put("startedAt", incident.startedAt().toString());
        facts.put("openedAt", incident.openedAt().toString());
        facts.put("updatedAt", incident.updatedAt().toString());
        putInstant(facts, "acknowledgedAt", incident.acknowledgedAt());
        putInstant(facts, "resolvedAt", incident.resolvedAt());
        List<Map<String, Object>> evidence = new ArrayList<>();
        incident.evidence().forEach(piece -> evidence.add(evidence(piece)));
        facts.put("evidence", evidence);
        return facts;
    }

    private static Map<String, Object> evidence(Evidence piece) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", piece.at().toString());
        facts.put("metric", piece.metric());
        putNumber(facts, "value", piece.value());
        putNumber(facts, "expected", piece.expected());
        putNumber(facts, "lower", piece.lower());
        putNumber(facts, "upper", piece.upper());
        putNumber(facts, "score", piece.score());
        facts.put("reason", piece.reason());
        return facts;
    }

    private static void putNumber(Map<String, Object> facts, String name, double value) {
        if (Double.isFinite(value)) {
            facts.put(name, value);
        }
    }

    private static void putInstant(Map<String, Object> facts, String name, @Nullable Instant value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
