package io.weir.elasticsearch.detector;

import io.weir.elasticsearch.incident.Watch;
import io.weir.incident.Evidence;
import io.weir.incident.MetricWindow;
import io.weir.incident.Severity;
import io.weir.series.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a detector says of one group, interval by interval. A pure function of the values: two runs over the same data say
 * the same, so a run that was cut short is simply repeated.
 */
final class GroupReading {
    /** Enough for a picture of the trouble and what came before it. */
    private static final int PICTURE = 120;

    private static final int EVIDENCE_A_CLAUSE = 10;

    private final DetectorDefinition definition;
    private final GroupSeries group;
    private final List<ClauseReading> clauses;
    private @Nullable String fingerprint;

    private GroupReading(DetectorDefinition definition, GroupSeries group, List<ClauseReading> clauses) {
        this.definition = definition;
        this.group = group;
        this.clauses = clauses;
    }

    /** Judges a group's series, whose first interval starts at {@code from}. */
    static GroupReading of(DetectorDefinition definition, GroupSeries group, long from) {
        List<ClauseReading> clauses = new ArrayList<>();
        for (int i = 0; i < definition.clauses().size(); i++) {
            TimeSeries series = new TimeSeries(from, definition.intervalMillis(), group.values()[i]);
            clauses.add(ClauseReading.of(definition.clauses().get(i), series, group.drift()[i], definition.missing()));
        }
        return new GroupReading(definition, group, clauses);
    }

    Map<String, String> group() {
        return group.group();
    }

    /** The fingerprint of the group's incidents under that detector. */
    String fingerprint(String detectorId) {
        if (fingerprint == null) {
            fingerprint = Watch.fingerprint(detectorId, group.group());
        }
        return fingerprint;
    }

    /** The value of a clause at an interval; NaN for a gap. */
    double value(int clause, int i) {
        return group.values()[clause][i];
    }

    /** Whether an incident should open at interval {@code i}. */
    boolean opens(int i) {
        return finding(i) == Finding.BAD
                && (definition.matchAll()
                        ? clauses.stream().allMatch(clause -> clause.holds(i))
                        : clauses.stream().anyMatch(clause -> clause.at(i) == Finding.BAD && clause.holds(i)));
    }

    /** Whether an incident should be resolved at interval {@code i}: healthy, and for long enough. */
    boolean heals(int i) {
        if (finding(i) != Finding.HEALTHY) {
            return false;
        }
        int healthy = 0;
        for (int k = i; k >= 0 && healthy < definition.resolveAfter(); k--) {
            Finding finding = finding(k);
            if (finding == Finding.BAD) {
                return false;
            }
            healthy += finding == Finding.HEALTHY ? 1 : 0;
        }
        return healthy >= definition.resolveAfter();
    }

    /** What all clauses together say of interval {@code i}. */
    Finding finding(int i) {
        boolean bad = false;
        boolean healthy = false;
        for (ClauseReading clause : clauses) {
            bad |= clause.at(i) == Finding.BAD;
            healthy |= clause.at(i) == Finding.HEALTHY;
        }
        if (bad && !(definition.matchAll() && healthy)) {
            return Finding.BAD;
        }
        return healthy ? Finding.HEALTHY : Finding.UNKNOWN;
    }

    /** First interval of the trouble that {@code i} is part of. */
    int troubleStart(int i) {
        return worst(i).runStart(i);
    }

    /** How bad interval {@code i} is. */
    Severity severity(int i) {
        if (definition.severity() != null) {
            return definition.severity();
        }
        Severity worst = Severity.LOW;
        for (ClauseReading clause : clauses) {
            worst = clause.at(i) == Finding.BAD ? worst.or(clause.severity(i)) : worst;
        }
        return worst;
    }

    /** What speaks for trouble in the intervals {@code from} to {@code to}, both inclusive; newest last. */
    List<Evidence> evidence(int from, int to) {
        List<Evidence> all = new ArrayList<>();
        for (ClauseReading clause : clauses) {
            for (int i = Math.max(from, to - EVIDENCE_A_CLAUSE + 1); i <= to; i++) {
                if (clause.at(i) == Finding.BAD) {
                    all.addAll(clause.columns(i));
                    all.add(clause.evidence(i));
                }
            }
        }
        return all;
    }

    /** The clause that is in trouble at {@code i}; the first of several. */
    ClauseReading worst(int i) {
        for (ClauseReading clause : clauses) {
            if (clause.at(i) == Finding.BAD && clause.holds(i)) {
                return clause;
            }
        }
        for (ClauseReading clause : clauses) {
            if (clause.at(i) == Finding.BAD) {
                return clause;
            }
        }
        return clauses.getFirst();
    }

    /** The metric up to interval {@code i}, for a picture. */
    MetricWindow picture(int i) {
        ClauseReading clause = worst(i);
        List<Evidence> points = new ArrayList<>();
        for (int k = Math.max(0, i - PICTURE + 1); k <= i; k++) {
            points.add(clause.evidence(k));
        }
        return new MetricWindow(clause.clause().name(), definition.intervalMillis(), points);
    }

    /** Why nothing could be judged, if so; empty otherwise. */
    String shortcoming() {
        return clauses.stream().allMatch(clause -> !clause.shortcoming().isEmpty())
                ? clauses.getFirst().shortcoming()
                : "";
    }
}
