package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.Signal;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.elasticsearch.client.internal.Client;

/** Says what a detector would have done over a past range. Stores nothing and tells nobody. */
final class Preview {
    private static final int MAX_INTERVALS_SHOWN = 1_000;

    private final Client client;
    private final MetricReader metrics;

    Preview(Client client, MetricReader metrics) {
        this.client = client;
        this.metrics = metrics;
    }

    ObjectNode of(Detector detector, JsonFields body, long now) {
        DetectorDefinition definition = detector.definition();
        long interval = definition.intervalMillis();
        long from = DetectorRun.floor(body.instant("from").toEpochMilli(), interval);
        long to = DetectorRun.floor(body.instant("to").toEpochMilli(), interval);
        body.end();
        check(definition, from, to, now);
        long start = from - (definition.windowBuckets() - 1) * interval;
        MetricReader.Reading reading = metrics.read(client, definition, detector.creator(), start, to);
        List<GroupReading> groups = reading.groups().stream()
                .map(series -> GroupReading.of(definition, series, start))
                .toList();
        ObjectNode answer = StrictJson.object();
        answer.put("from", Instant.ofEpochMilli(from).toString())
                .put("to", Instant.ofEpochMilli(to).toString())
                .put("groups", groups.size())
                .put("groups_left_out", reading.truncated());
        Replay replay = new Replay(new Signals(detector.id(), definition, start));
        ArrayNode intervals = StrictJson.object().arrayNode();
        for (int column = (int) ((from - start) / interval); column < reading.buckets(); column++) {
            for (GroupReading group : groups) {
                replay.hear(group, column, start + column * interval + interval);
                if (intervals.size() < MAX_INTERVALS_SHOWN) {
                    intervals.add(shown(definition, group, column, start));
                }
            }
        }
        ArrayNode incidents = answer.putArray("incidents");
        replay.incidents.forEach(incidents::add);
        answer.set("intervals", intervals);
        return answer;
    }

    private static void check(DetectorDefinition definition, long from, long to, long now) {
        if (to <= from || to > now) {
            throw new InvalidJsonException(
                    "to is '" + Instant.ofEpochMilli(to) + "', must be at least an interval after from, which is '"
                            + Instant.ofEpochMilli(from) + "', and not in the future");
        }
        long buckets = (to - from) / definition.intervalMillis() + definition.windowBuckets();
        if (buckets > DefinitionParser.MAX_BUCKETS) {
            throw new InvalidJsonException("from to to is " + buckets
                    + " intervals with the window before them, must be at most " + DefinitionParser.MAX_BUCKETS);
        }
    }

    private static ObjectNode shown(DetectorDefinition definition, GroupReading group, int column, long start) {
        ObjectNode node = StrictJson.object();
        node.put(
                "at",
                Instant.ofEpochMilli(start + column * definition.intervalMillis())
                        .toString());
        ObjectNode keys = node.putObject("group");
        group.group().forEach(keys::put);
        node.put("finding", group.finding(column).name().toLowerCase(Locale.ROOT));
        ObjectNode values = node.putObject("values");
        for (int row = 0; row < definition.clauses().size(); row++) {
            double value = group.value(row, column);
            if (Double.isNaN(value)) {
                values.putNull(definition.clauses().get(row).name());
            } else {
                values.put(definition.clauses().get(row).name(), value);
            }
        }
        return node;
    }

    /** Opens and resolves in memory. */
    private static final class Replay {
        private final Signals signals;
        private final Map<String, ObjectNode> open = new HashMap<>();
        private final List<ObjectNode> incidents = new ArrayList<>();

        Replay(Signals signals) {
            this.signals = signals;
        }

        void hear(GroupReading group, int column, long at) {
            Signal signal = signals.of(group, column);
            if (signal == null) {
                return;
            }
            ObjectNode known = open.get(signal.fingerprint());
            if (signal.kind() == Signal.Kind.TROUBLE && known == null) {
                ObjectNode incident = StrictJson.object();
                ObjectNode keys = incident.putObject("group");
                signal.group().forEach(keys::put);
                incident.put("title", signal.title())
                        .put("reason", signal.reason())
                        .put("severity", signal.severity().id())
                        .put("started_at", signal.troubleSince().toString())
                        .put("opened_at", Instant.ofEpochMilli(at).toString());
                incidents.add(incident);
                open.put(signal.fingerprint(), incident);
            } else if (signal.kind() == Signal.Kind.HEALTHY && known != null) {
                known.put("resolved_at", Instant.ofEpochMilli(at).toString());
                open.remove(signal.fingerprint());
            }
        }
    }
}
