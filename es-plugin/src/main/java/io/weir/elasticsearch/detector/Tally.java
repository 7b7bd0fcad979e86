package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.incident.Effect;
import io.weir.elasticsearch.incident.IncidentEffects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a run does, and why it does not do more. */
final class Tally {
    private final long skipped;
    private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    private final Set<String> notes = new LinkedHashSet<>();
    private int groups;

    Tally(long skipped) {
        this.skipped = skipped;
        if (skipped > 0) {
            notes.add(skipped + " intervals were skipped: a run catches up with the last hour, at most "
                    + DetectorRun.MOST_DUE + " intervals");
        }
    }

    void seen(DetectorDefinition definition, MetricReader.Reading reading, List<GroupReading> readings) {
        groups = reading.groups().size();
        if (reading.shards() == 0) {
            notes.add("no index matches " + definition.index());
        }
        if (reading.truncated()) {
            notes.add("there are more than max_groups = " + definition.maxGroups()
                    + " groups; the others were not looked at");
        }
        if (groups == 0 && reading.shards() > 0) {
            notes.add("no document of the window has all of " + definition.groupBy());
        }
        int last = reading.buckets() - 1;
        long unknown = readings.stream()
                .filter(group -> group.finding(last) == Finding.UNKNOWN)
                .count();
        if (unknown > 0) {
            notes.add(unknown + " of " + readings.size() + " groups have no value to judge in the newest interval"
                    + reasons(readings));
        }
        readings.stream()
                .filter(group -> group.finding(last) == Finding.BAD && !group.opens(last))
                .limit(3)
                .forEach(group -> notes.add(GroupSeries.name(group.group(), "the series")
                        + " is in trouble, not yet for as many intervals as 'for' asks"));
        long healthy = readings.stream()
                .filter(group -> group.finding(last) == Finding.HEALTHY)
                .count();
        if (healthy > 0 && healthy == readings.size()) {
            notes.add("all " + healthy + " groups are healthy in the newest interval");
        }
    }

    void add(IncidentEffects.Applied applied) {
        applied.effects().forEach((effect, count) -> effects.merge(effect, count, Integer::sum));
        notes.addAll(applied.notes());
    }

    RunRecord record(Instant begun, long took, String node, long from, long to, @Nullable String error) {
        return new RunRecord(
                begun,
                took,
                node,
                from,
                to,
                skipped,
                groups,
                count(Effect.OPENED) + count(Effect.REOPENED),
                count(Effect.WORSENED) + count(Effect.NOTED),
                count(Effect.RESOLVED),
                new ArrayList<>(notes),
                error);
    }

    private int count(Effect effect) {
        return effects.getOrDefault(effect, 0);
    }

    private static String reasons(List<GroupReading> readings) {
        return readings.stream()
                .map(GroupReading::shortcoming)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .map(reason -> ": " + reason)
                .orElse("");
    }
}
