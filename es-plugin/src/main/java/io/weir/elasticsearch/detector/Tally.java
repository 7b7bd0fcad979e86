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
    /** Enough to see the kind of it; the others are alike. */
    private static final int MOST_WAITING = 3;

    private final long skipped;
    private final Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
    private final Set<String> notes = new LinkedHashSet<>();
    private int groups;
    private int judged;
    private int unknown;
    private int healthy;
    private int waiting;
    private String shortcoming = "";

    Tally(long skipped) {
        this.skipped = skipped;
        if (skipped > 0) {
            notes.add(skipped + " intervals were skipped: a run catches up with the last hour, at most "
                    + DetectorRun.MOST_DUE + " intervals");
        }
    }

    /** The data of a run, before anything is made of them. */
    void read(DetectorDefinition definition, MetricReader.Reading reading) {
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
    }

    /** One group, whose newest interval is {@code last}. */
    void judged(GroupReading group, int last) {
        judged++;
        switch (group.finding(last)) {
            case UNKNOWN -> {
                unknown++;
                shortcoming = shortcoming.isEmpty() ? group.shortcoming() : shortcoming;
            }
            case HEALTHY -> healthy++;
            case BAD -> {
                if (!group.opens(last) && waiting++ < MOST_WAITING) {
                    notes.add(GroupSeries.name(group.group(), "the series")
                            + " is in trouble, not yet for as many intervals as 'for' asks");
                }
            }
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
                allNotes(),
                error);
    }

    private int count(Effect effect) {
        return effects.getOrDefault(effect, 0);
    }

    private List<String> allNotes() {
        List<String> all = new ArrayList<>();
        if (unknown > 0) {
            all.add(unknown + " of " + judged + " groups have no value to judge in the newest interval"
                    + (shortcoming.isEmpty() ? "" : ": " + shortcoming));
        }
        if (healthy > 0 && healthy == judged) {
            all.add("all " + healthy + " groups are healthy in the newest interval");
        }
        all.addAll(notes);
        return all;
    }
}
