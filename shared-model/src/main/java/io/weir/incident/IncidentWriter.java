package io.weir.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Incidents to JSON. NaN becomes an absent field, except {@code value}, where it becomes null. */
final class IncidentWriter {
    private IncidentWriter() {}

    static ObjectNode write(Incident incident) {
        ObjectNode node = StrictJson.object();
        node.put("id", incident.id())
                .put("fingerprint", incident.fingerprint())
                .put("kind", incident.kind())
                .put("state", incident.state().id())
                .put("severity", incident.severity().id())
                .put("title", incident.title())
                .put("reason", incident.reason());
        node.putObject("detector").put("id", incident.detectorId()).put("version", incident.detectorVersion());
        putTags(node.putObject("group"), incident.group());
        putTags(node.putObject("labels"), incident.labels());
        node.put("started_at", incident.startedAt().toString())
                .put("opened_at", incident.openedAt().toString())
                .put("updated_at", incident.updatedAt().toString());
        putIfPresent(node, "acknowledged_at", incident.acknowledgedAt());
        putIfPresent(node, "resolved_at", incident.resolvedAt());
        if (incident.outcome() != null) {
            node.put("outcome", incident.outcome().id());
        }
        ArrayNode evidence = node.putArray("evidence");
        incident.evidence().forEach(piece -> writeEvidence(evidence.addObject(), piece));
        if (incident.series() != null) {
            writeSeries(node.putObject("series"), incident.series());
        }
        ArrayNode history = node.putArray("history");
        incident.history().forEach(entry -> writeHistory(history.addObject(), entry));
        return node;
    }

    private static void writeEvidence(ObjectNode node, Evidence evidence) {
        node.put("at", evidence.at().toString()).put("metric", evidence.metric());
        if (Double.isNaN(evidence.value())) {
            node.putNull("value");
        } else {
            node.put("value", evidence.value());
        }
        writeBand(node, evidence);
        node.put("reason", evidence.reason());
    }

    private static void writeBand(ObjectNode node, Evidence evidence) {
        putNumber(node, "expected", evidence.expected());
        putNumber(node, "lower", evidence.lower());
        putNumber(node, "upper", evidence.upper());
        putNumber(node, "score", evidence.score());
    }

    private static void writeSeries(ObjectNode node, MetricWindow series) {
        node.put("metric", series.metric()).put("interval_ms", series.intervalMillis());
        ArrayNode points = node.putArray("points");
        for (Evidence point : series.points()) {
            ObjectNode each = points.addObject().put("at", point.at().toString());
            if (Double.isNaN(point.value())) {
                each.putNull("value");
            } else {
                each.put("value", point.value());
            }
            writeBand(each, point);
        }
    }

    private static void writeHistory(ObjectNode node, HistoryEntry entry) {
        node.put("at", entry.at().toString());
        if (entry.to() != null) {
            node.put("to", entry.to().id());
        }
        node.put("by", entry.by());
        if (!entry.note().isEmpty()) {
            node.put("note", entry.note());
        }
        if (entry.outcome() != null) {
            node.put("outcome", entry.outcome().id());
        }
        if (entry.url() != null) {
            node.put("url", entry.url());
        }
    }

    private static void putTags(ObjectNode node, Map<String, String> tags) {
        new TreeMap<>(tags).forEach(node::put);
    }

    private static void putIfPresent(ObjectNode node, String name, @Nullable Instant value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }

    private static void putNumber(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        }
    }
}
