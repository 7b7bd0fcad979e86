package io.weir.incident;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Incidents and their events as JSON, both ways. Layout: {@code docs/contracts/incident.schema.json}; this class and that
 * file change together, and a test holds one against the other.
 */
public final class IncidentJson {
    /** Content type of an event. */
    public static final String CONTENT_TYPE = "application/cloudevents+json";

    private static final int ID = 128;
    private static final int TEXT = 2000;
    private static final int TITLE = 300;
    private static final int NAME = 200;
    private static final int TAGS = 32;
    private static final int TAG = 512;
    private static final int URL = 1000;
    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern KIND_FORM = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern TAG_FORM = Pattern.compile("[A-Za-z0-9._@-]{1,128}");
    private static final Pattern SOURCE_FORM = Pattern.compile("/weir/[A-Za-z0-9._/-]{1,200}");
    private static final Pattern HTTP = Pattern.compile("https?://.*", Pattern.DOTALL);

    private IncidentJson() {}

    /** An event as the bytes of a delivery. */
    public static byte[] writeEvent(IncidentEvent event) {
        ObjectNode node = StrictJson.object();
        node.put("specversion", "1.0")
                .put("id", event.id())
                .put("source", "/weir/detectors/" + event.incident().detectorId())
                .put("type", event.type().id())
                .put("subject", event.incident().id())
                .put("time", event.time().toString())
                .put("datacontenttype", "application/json");
        node.set("data", write(event.incident()));
        return StrictJson.write(node);
    }

    /**
     * Reads an event.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static IncidentEvent readEvent(byte[] document) {
        JsonFields fields = new JsonFields(StrictJson.parseObject(document, "incident envelope"), "");
        expect(fields, "specversion", "1.0");
        expect(fields, "datacontenttype", "application/json");
        matching(fields, "source", NAME + 6, SOURCE_FORM);
        String id = id(fields, "id");
        IncidentEvent.Type type = fields.parsed("type", NAME, IncidentEvent.Type::of);
        String subject = id(fields, "subject");
        Instant time = fields.instant("time");
        JsonFields data = fields.object("data");
        fields.end();
        Incident incident = read(data);
        if (!incident.id().equals(subject)) {
            throw new InvalidJsonException(
                    "subject is '" + subject + "', must be data.id, which is '" + incident.id() + "'");
        }
        return new IncidentEvent(id, type, time, incident);
    }

    /** An incident as a tree. */
    public static ObjectNode write(Incident incident) {
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

    /**
     * Reads an incident and refuses what the schema does not know.
     *
     * @throws InvalidJsonException naming the field, the value and what is allowed
     */
    public static Incident read(JsonFields fields) {
        JsonFields detector = fields.object("detector");
        String outcome = fields.optionalText("outcome", NAME);
        JsonFields series = fields.optionalObject("series");
        Incident incident = new Incident(
                id(fields, "id"),
                id(fields, "fingerprint"),
                matching(fields, "kind", NAME, KIND_FORM),
                fields.parsed("state", NAME, IncidentState::of),
                fields.parsed("severity", NAME, Severity::of),
                fields.text("title", TITLE),
                fields.text("reason", TEXT),
                id(detector, "id"),
                detector.integer("version", 1, Long.MAX_VALUE),
                tags(fields, "group"),
                tags(fields, "labels"),
                fields.instant("started_at"),
                fields.instant("opened_at"),
                fields.instant("updated_at"),
                fields.optionalInstant("acknowledged_at"),
                fields.optionalInstant("resolved_at"),
                outcome == null ? null : fields.parsed("outcome", NAME, Outcome::of),
                fields.objects("evidence", Incident.MAX_EVIDENCE, IncidentJson::readEvidence),
                series == null ? null : readSeries(series),
                fields.objects("history", Incident.MAX_HISTORY, IncidentJson::readHistory));
        detector.end();
        fields.end();
        return incident;
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

    private static Evidence readEvidence(JsonFields fields) {
        fields.has("value");
        return new Evidence(
                fields.instant("at"),
                fields.text("metric", NAME),
                fields.numberOrNaN("value"),
                fields.numberOrNaN("expected"),
                fields.numberOrNaN("lower"),
                fields.numberOrNaN("upper"),
                fields.has("score") ? fields.number("score", 0, 1) : Double.NaN,
                fields.text("reason", TEXT));
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

    private static MetricWindow readSeries(JsonFields fields) {
        String metric = fields.text("metric", NAME);
        long interval = fields.integer("interval_ms", 1, Long.MAX_VALUE);
        List<Evidence> points = fields.objects(
                "points",
                MetricWindow.MAX_POINTS,
                point -> new Evidence(
                        point.instant("at"),
                        metric,
                        point.numberOrNaN("value"),
                        point.numberOrNaN("expected"),
                        point.numberOrNaN("lower"),
                        point.numberOrNaN("upper"),
                        point.numberOrNaN("score"),
                        ""));
        fields.end();
        return new MetricWindow(metric, interval, points);
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

    private static HistoryEntry readHistory(JsonFields fields) {
        String note = fields.optionalText("note", TEXT);
        return new HistoryEntry(
                fields.instant("at"),
                fields.has("to") ? fields.parsed("to", NAME, IncidentState::of) : null,
                fields.text("by", TITLE),
                note == null ? "" : note,
                fields.has("outcome") ? fields.parsed("outcome", NAME, Outcome::of) : null,
                fields.has("url") ? matching(fields, "url", URL, HTTP) : null);
    }

    private static Map<String, String> tags(JsonFields fields, String name) {
        Map<String, String> tags = fields.textMap(name, TAGS, TAG);
        for (String key : tags.keySet()) {
            if (!TAG_FORM.matcher(key).matches()) {
                throw new InvalidJsonException(
                        fields.path(name) + " has the key '" + key + "'; keys are 1 to 128 of A-Z a-z 0-9 . _ @ -");
            }
        }
        return tags;
    }

    private static String id(JsonFields fields, String name) {
        return matching(fields, name, ID, ID_FORM);
    }

    private static String matching(JsonFields fields, String name, int maxLength, Pattern form) {
        return fields.parsed(name, maxLength, value -> {
            if (!form.matcher(value).matches()) {
                throw new IllegalArgumentException("'" + value + "' must match " + form.pattern());
            }
            return value;
        });
    }

    private static void expect(JsonFields fields, String name, String only) {
        String value = fields.text(name, NAME);
        if (!value.equals(only)) {
            throw new InvalidJsonException(fields.path(name) + " is '" + value + "', must be '" + only + "'");
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
