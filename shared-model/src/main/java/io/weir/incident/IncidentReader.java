package io.weir.incident;

import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** JSON to incidents, strictly: the limits are those of the schema. */
final class IncidentReader {
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

    private IncidentReader() {}

    static Incident read(JsonFields fields) {
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
                fields.objects("evidence", Incident.MAX_EVIDENCE, IncidentReader::readEvidence),
                series == null ? null : readSeries(series),
                fields.objects("history", Incident.MAX_HISTORY, IncidentReader::readHistory));
        detector.end();
        fields.end();
        return incident;
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

    static String id(JsonFields fields, String name) {
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

    static String source(JsonFields fields) {
        return matching(fields, "source", NAME + 6, SOURCE_FORM);
    }
}
