package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.incident.IncidentEffects;
import io.weir.elasticsearch.incident.OpenIncidents;
import io.weir.elasticsearch.incident.Signal;
import io.weir.elasticsearch.incident.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.elasticsearch.client.internal.Client;
import org.jspecify.annotations.Nullable;

/**
 * One pass of a detector over the intervals that are due.
 *
 * <p>Evaluation is at least once, effects are exactly once: the order is incidents (with the deliveries they owe), outbox,
 * checkpoint. A pass that is cut short leaves the checkpoint where it was, and the next one repeats the intervals; what had
 * been applied is recognised by its interval in the incident and by its id in the outbox.
 */
final class DetectorRun {
    /** Intervals judged in one pass at most; more would keep a thread and the search busy for too long. */
    static final int MOST_DUE = 360;

    /** What is older is no news: a cluster that was down for a day should not tell of yesterday's troubles. */
    private static final long CATCH_UP_MILLIS = 3_600_000;

    /** What is judged and told holds some ten kilobytes a group, so a run with thousands of them takes them by and by. */
    private static final int GROUPS_AT_ONCE = 200;

    private final CheckpointStore checkpoints;
    private final MetricReader metrics;
    private final OpenIncidents openIncidents;
    private final IncidentEffects effects;
    private final LongSupplier clock;
    private final String node;

    DetectorRun(
            CheckpointStore checkpoints,
            MetricReader metrics,
            OpenIncidents openIncidents,
            IncidentEffects effects,
            LongSupplier clock,
            String node) {
        this.checkpoints = checkpoints;
        this.metrics = metrics;
        this.openIncidents = openIncidents;
        this.effects = effects;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Judges every interval that is due.
     *
     * @param searching the client that the task's searches belong to, so that they end with it
     * @return start of the first interval that was not due yet
     * @throws SupersededException if another task has this detector
     */
    long run(Detector detector, long allocationId, Client searching) {
        Instant begun = Instant.ofEpochMilli(clock.getAsLong());
        DetectorDefinition definition = detector.definition();
        long end = floor(clock.getAsLong() - definition.delayMillis(), definition.intervalMillis());
        CheckpointStore.Held held = checkpoints.take(detector, allocationId, end);
        long next = held.checkpoint().nextBucket();
        if (next >= end) {
            return next;
        }
        long most = mostDue(definition) * definition.intervalMillis();
        long first = Math.max(next, end - most);
        Tally tally = new Tally((first - next) / definition.intervalMillis());
        try {
            judge(detector, held, searching, first, end, tally);
        } catch (SupersededException e) {
            throw e;
        } catch (RuntimeException e) {
            // The checkpoint keeps its place, and tells why.
            RunRecord failed = tally.record(begun, took(begun), node, first, first, messages(e));
            checkpoints.advance(held, held.checkpoint().advanced(next, failed));
            throw e;
        }
        RunRecord done = tally.record(begun, took(begun), node, first, end, null);
        checkpoints.advance(held, held.checkpoint().advanced(end, done));
        return end;
    }

    private void judge(
            Detector detector, CheckpointStore.Held held, Client searching, long first, long end, Tally tally) {
        DetectorDefinition definition = detector.definition();
        long from = first - (definition.windowBuckets() - 1) * definition.intervalMillis();
        MetricReader.Reading reading = metrics.read(searching, definition, detector.creator(), from, end);
        Map<String, OpenIncidents.Hint> open = new HashMap<>(openIncidents.of(detector.id()));
        List<GroupSeries> groups = withSilent(detector, reading, open.keySet());
        tally.read(definition, reading);
        checkpoints.stillHeld(held);
        Watch watch = watch(detector);
        Signals signals = new Signals(detector.id(), definition, from);
        int firstDue = (int) ((first - from) / definition.intervalMillis());
        for (int at = 0; at < groups.size(); at += GROUPS_AT_ONCE) {
            List<GroupReading> some = groups.subList(at, Math.min(groups.size(), at + GROUPS_AT_ONCE)).stream()
                    .map(series -> GroupReading.of(definition, series, from))
                    .toList();
            some.forEach(group -> tally.judged(group, reading.buckets() - 1));
            for (int column = firstDue; column < reading.buckets(); column++) {
                List<Signal> wanted = wanted(some, signals, column, open);
                if (!wanted.isEmpty()) {
                    tally.add(effects.apply(watch, wanted, Instant.ofEpochMilli(clock.getAsLong())));
                    remember(wanted, open);
                }
            }
        }
    }

    /** The groups that were read, and those with an open incident that were not, if their silence means something. */
    private List<GroupSeries> withSilent(
            Detector detector, MetricReader.Reading reading, Set<String> openFingerprints) {
        DetectorDefinition definition = detector.definition();
        List<GroupSeries> groups = new ArrayList<>(reading.groups());
        Set<String> silent = new HashSet<>(openFingerprints);
        for (GroupSeries series : reading.groups()) {
            silent.remove(Watch.fingerprint(detector.id(), series.group()));
        }
        // Silence that says nothing cannot change anything, so the incidents of silent groups need not even be read.
        boolean matters = definition.missing() != Missing.IGNORE && !reading.truncated();
        if (matters && !silent.isEmpty()) {
            for (Map<String, String> group : openIncidents.groups(silent).values()) {
                groups.add(GroupSeries.silent(group, definition.clauses().size(), reading.buckets()));
            }
        }
        return groups;
    }

    /** The signals that could change something, going by what is open as far as we know. */
    private List<Signal> wanted(
            List<GroupReading> groups, Signals signals, int column, Map<String, OpenIncidents.Hint> open) {
        Instant now = Instant.ofEpochMilli(clock.getAsLong());
        List<Signal> wanted = new ArrayList<>();
        for (GroupReading group : groups) {
            Signal.@Nullable Kind kind = Signals.kind(group, column);
            if (kind == null) {
                continue;
            }
            OpenIncidents.@Nullable Hint hint = open.get(group.fingerprint(signals.detectorId()));
            boolean matters = hint == null
                    ? kind == Signal.Kind.TROUBLE
                    : kind == Signal.Kind.HEALTHY || hint.wants(group.severity(column), now);
            if (matters) {
                wanted.add(signals.of(kind, group, column));
            }
        }
        return wanted;
    }

    private void remember(List<Signal> applied, Map<String, OpenIncidents.Hint> open) {
        Instant now = Instant.ofEpochMilli(clock.getAsLong());
        for (Signal signal : applied) {
            if (signal.kind() == Signal.Kind.HEALTHY) {
                open.remove(signal.fingerprint());
            } else {
                open.put(signal.fingerprint(), new OpenIncidents.Hint(signal.severity(), now));
            }
        }
    }

    private static Watch watch(Detector detector) {
        DetectorDefinition definition = detector.definition();
        return new Watch(
                detector.id(),
                detector.version(),
                detector.generation(),
                definition.kind(),
                definition.labels(),
                definition.webhooks(),
                definition.reopenWithinMillis());
    }

    private long took(Instant begun) {
        return Math.max(0, clock.getAsLong() - begun.toEpochMilli());
    }

    private static String messages(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        Throwable cause = e.getCause();
        return cause == null || cause == e || cause.getMessage() == null || message.contains(cause.getMessage())
                ? message
                : message + ": " + messages(cause);
    }

    /** How many intervals a late pass catches up with: an hour's, at most {@value #MOST_DUE}, at least one. */
    static long mostDue(DetectorDefinition definition) {
        return Math.clamp(CATCH_UP_MILLIS / definition.intervalMillis(), 1, MOST_DUE);
    }

    static long floor(long millis, long interval) {
        return Math.floorDiv(millis, interval) * interval;
    }
}
