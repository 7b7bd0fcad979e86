package io.weir.elasticsearch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.elasticsearch.incident.Signal;
import io.weir.json.InvalidJsonException;
import io.weir.json.JsonFields;
import io.weir.json.StrictJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.elasticsearch.client.internal.Client;
import org.jspecify.annotations.Nullable;

/**
 * Says what a detector would have done over a past range. Stores nothing and tells nobody. It searches as whoever asks, not as
 * the detector's creator: else a preview would show what the caller's own search may not see.
 */
final class Preview {
    private static final int MAX_INTERVALS_SHOWN = 1_000;
    private static final int MAX_INCIDENTS_SHOWN = 1_000;

    private final Client client;
    private final MetricReader metrics;

    Preview(Client client, MetricReader metrics) {
        this.client = client;
        this.metrics = metrics;
    }

    ObjectNode of(Detector detector, JsonFields body, Map<String, String> caller, long now) {
        DetectorDefinition definition = detector.definition();
        long interval = definition.intervalMillis();
        long from = DetectorRun.floor(body.instant("from").toEpochMilli(), interval);
        long to = DetectorRun.floor(body.instant("to").toEpochMilli(), interval);
        body.end();
        check(definition, from, to, now);
        long start = from - (definition.windowBuckets() - 1) * interval;
        MetricReader.Reading reading = metrics.read(client, definition, caller, start, to);
        ObjectNode answer = StrictJson.object();
        answer.put("from", Instant.ofEpochMilli(from).toString())
                .put("to", Instant.ofEpochMilli(to).toString())
                .put("groups", reading.groups().size())
                .put("groups_left_out", reading.truncated());
        Replay replay = new Replay(new Signals(detector.id(), definition, start));
        List<ObjectNode> intervals = new ArrayList<>();
        // In the order of time, so that with many groups few intervals of each are shown.
        int columnsShown = MAX_INTERVALS_SHOWN / Math.max(1, reading.groups().size()) + 1;
        int first = (int) ((from - start) / interval);
        for (GroupSeries series : reading.groups()) {
            GroupReading group = GroupReading.of(definition, series, start);
            for (int column = first; column < reading.buckets(); column++) {
                replay.hear(group, column, start + column * interval + interval);
                if (column - first < columnsShown) {
                    intervals.add(shown(definition, group, column, start));
                }
            }
        }
        replay.answer(answer);
        inTime(intervals, "at").limit(MAX_INTERVALS_SHOWN).forEach(answer.putArray("intervals")::add);
        return answer;
    }

    /** The sort is stable: what is of the same time stays in the order of its groups. */
    private static Stream<ObjectNode> inTime(List<ObjectNode> all, String field) {
        return all.stream()
                .sorted(Comparator.comparing(
                        (ObjectNode each) -> Instant.parse(each.path(field).asText())));
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
        DefinitionParser.checkValues("from to to", definition, buckets);
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
            Signal.@Nullable Kind kind = Signals.kind(group, column);
            String fingerprint = group.fingerprint(signals.detectorId());
            ObjectNode known = open.get(fingerprint);
            if (kind == Signal.Kind.TROUBLE && known == null) {
                Signal signal = signals.of(kind, group, column);
                ObjectNode incident = StrictJson.object();
                ObjectNode keys = incident.putObject("group");
                signal.group().forEach(keys::put);
                incident.put("title", signal.title())
                        .put("reason", signal.reason())
                        .put("severity", signal.severity().id())
                        .put("started_at", signal.troubleSince().toString())
                        .put("opened_at", Instant.ofEpochMilli(at).toString());
                incidents.add(incident);
                open.put(fingerprint, incident);
            } else if (kind == Signal.Kind.HEALTHY && known != null) {
                known.put("resolved_at", Instant.ofEpochMilli(at).toString());
                open.remove(fingerprint);
            }
        }

        void answer(ObjectNode answer) {
            inTime(incidents, "opened_at").limit(MAX_INCIDENTS_SHOWN).forEach(answer.putArray("incidents")::add);
            answer.put("incidents_left_out", Math.max(0, incidents.size() - MAX_INCIDENTS_SHOWN));
        }
    }
}
