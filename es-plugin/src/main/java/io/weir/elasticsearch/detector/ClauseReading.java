package io.weir.elasticsearch.detector;

import io.weir.anomaly.AnomalousStretch;
import io.weir.anomaly.AnomalyReport;
import io.weir.anomaly.SeasonalDetector;
import io.weir.incident.Evidence;
import io.weir.incident.Severity;
import io.weir.series.TimeSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one clause says of every interval of one group's series. */
final class ClauseReading {
    private final Clause clause;
    private final TimeSeries series;
    private final Finding[] findings;
    private final Severity[] severities;
    private final @Nullable AnomalyReport report;
    private final String shortcoming;
    private final @Nullable DriftSeen @Nullable [] drift;

    private ClauseReading(
            Clause clause,
            TimeSeries series,
            Finding[] findings,
            Severity[] severities,
            @Nullable AnomalyReport report,
            String shortcoming,
            @Nullable DriftSeen @Nullable [] drift) {
        this.drift = drift;
        this.clause = clause;
        this.series = series;
        this.findings = findings;
        this.severities = severities;
        this.report = report;
        this.shortcoming = shortcoming;
    }

    /** Judges a series. */
    static ClauseReading of(Clause clause, TimeSeries series, @Nullable DriftSeen @Nullable [] drift, Missing missing) {
        Finding[] findings = new Finding[series.size()];
        Severity[] severities = new Severity[series.size()];
        Arrays.fill(severities, Severity.HIGH);
        ClauseReading reading = switch (clause.condition()) {
            case Condition.Threshold threshold -> {
                for (int i = 0; i < findings.length; i++) {
                    double value = series.value(i);
                    findings[i] =
                            value > threshold.above() || value < threshold.below() ? Finding.BAD : Finding.HEALTHY;
                }
                yield new ClauseReading(clause, series, findings, severities, null, "", null);
            }
            case Condition.Drift wanted -> {
                String shortcoming = judge(wanted, drift, findings, severities);
                yield new ClauseReading(clause, series, findings, severities, null, shortcoming, drift);
            }
            case Condition.Anomaly anomaly -> {
                AnomalyReport report = new SeasonalDetector(anomaly.settings()).detect(series);
                judge(report, findings, severities);
                String shortcoming = report.insufficient() ? report.reason() : "";
                yield new ClauseReading(clause, series, findings, severities, report, shortcoming, null);
            }
        };
        for (int i = 0; i < findings.length; i++) {
            if (series.isGap(i)) {
                findings[i] = ofGap(missing);
            }
        }
        return reading;
    }

    /** What was compared says; returns why nothing could be said, if so. */
    private static String judge(
            Condition.Drift wanted, @Nullable DriftSeen @Nullable [] drift, Finding[] findings, Severity[] severities) {
        String shortcoming = "";
        boolean judged = false;
        for (int i = 0; i < findings.length; i++) {
            DriftSeen seen = drift == null ? null : drift[i];
            findings[i] = seen == null ? Finding.UNKNOWN : seen.finding(wanted.columns());
            severities[i] = seen == null ? Severity.MEDIUM : seen.severity();
            judged |= findings[i] != Finding.UNKNOWN;
            shortcoming = seen == null ? shortcoming : seen.reason();
        }
        return judged ? "" : shortcoming;
    }

    private static void judge(AnomalyReport report, Finding[] findings, Severity[] severities) {
        for (int i = 0; i < findings.length; i++) {
            findings[i] = Double.isNaN(report.score()[i]) ? Finding.UNKNOWN : Finding.HEALTHY;
        }
        for (AnomalousStretch stretch : report.stretches()) {
            for (int i = stretch.from(); i <= stretch.to(); i++) {
                findings[i] = Finding.BAD;
                severities[i] = stretch.severity();
            }
        }
    }

    private static Finding ofGap(Missing missing) {
        return switch (missing) {
            case IGNORE -> Finding.UNKNOWN;
            case BAD -> Finding.BAD;
            case HEALTHY -> Finding.HEALTHY;
        };
    }

    Clause clause() {
        return clause;
    }

    Finding at(int i) {
        return findings[i];
    }

    /** How bad interval {@code i} is, if it is bad. */
    Severity severity(int i) {
        return clause.severity() != null ? clause.severity() : severities[i];
    }

    /** Why no interval could be judged; empty if some could. */
    String shortcoming() {
        return shortcoming;
    }

    /** Whether the clause has been bad for as many observed intervals as it asks for, the last of them {@code i}. */
    boolean holds(int i) {
        int bad = 0;
        for (int k = i; k >= 0 && bad < clause.runs(); k--) {
            if (findings[k] == Finding.HEALTHY) {
                return false;
            }
            bad += findings[k] == Finding.BAD ? 1 : 0;
        }
        return bad >= clause.runs();
    }

    /** First interval of the bad run that {@code i} is part of; intervals without a finding don't end it. */
    int runStart(int i) {
        int start = i;
        for (int k = i; k >= 0 && findings[k] != Finding.HEALTHY; k--) {
            if (findings[k] == Finding.BAD) {
                start = k;
            }
        }
        return start;
    }

    /** First interval of the shortest part of that run that is as long as the clause asks for. */
    int enoughStart(int i) {
        int start = i;
        int bad = 0;
        for (int k = i; k >= 0 && bad < clause.runs() && findings[k] != Finding.HEALTHY; k--) {
            if (findings[k] == Finding.BAD) {
                bad++;
                start = k;
            }
        }
        return start;
    }

    /** What was compared at interval {@code i}; null if nothing was. */
    @Nullable
    DriftSeen seen(int i) {
        return drift == null ? null : drift[i];
    }

    /** Pieces of evidence for single columns at interval {@code i}; none unless they were compared. */
    List<Evidence> columns(int i) {
        DriftSeen seen = seen(i);
        return seen == null ? List.of() : seen.evidence(clause.name(), Instant.ofEpochMilli(series.timeOf(i)));
    }

    /** Interval {@code i} as a piece of evidence. */
    Evidence evidence(int i) {
        DriftSeen seen = seen(i);
        if (seen != null && clause.condition() instanceof Condition.Drift wanted) {
            return new Evidence(
                    Instant.ofEpochMilli(series.timeOf(i)),
                    clause.name(),
                    series.value(i),
                    Double.NaN,
                    Double.NaN,
                    wanted.columns() - 1.0,
                    Double.NaN,
                    seen.reason() + " Compared with " + seen.reference() + ".");
        }
        double value = series.value(i);
        double lower = bound(i, false);
        double upper = bound(i, true);
        double expected = report == null ? Double.NaN : report.expected()[i];
        double score = report == null ? Double.NaN : report.score()[i];
        return new Evidence(
                Instant.ofEpochMilli(series.timeOf(i)),
                clause.name(),
                value,
                expected,
                lower,
                upper,
                score,
                sentence(value, expected, lower, upper));
    }

    private double bound(int i, boolean upper) {
        if (report != null) {
            return upper ? report.upper()[i] : report.lower()[i];
        }
        if (clause.condition() instanceof Condition.Threshold threshold) {
            return upper ? threshold.above() : threshold.below();
        }
        return Double.NaN;
    }

    private static String sentence(double value, double expected, double lower, double upper) {
        if (Double.isNaN(value)) {
            return "there was no value";
        }
        if (value > upper) {
            return number(value) + " is above " + number(upper) + expectation(expected);
        }
        if (value < lower) {
            return number(value) + " is below " + number(lower) + expectation(expected);
        }
        return number(value) + " is within what is allowed";
    }

    private static String expectation(double expected) {
        return Double.isNaN(expected) ? "" : ", expected about " + number(expected);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
