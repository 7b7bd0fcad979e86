package io.weir.elasticsearch.detector;

import io.weir.drift.ColumnDrift;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftVerdict;
import io.weir.drift.MeasuredDrift;
import io.weir.incident.Evidence;
import io.weir.incident.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a detector keeps of one interval's comparison: of thousands of intervals whole reports would be too much.
 *
 * @param drifted columns that have drifted
 * @param open columns of which the documents do not tell
 * @param columns compared
 * @param reference its name
 * @param reason one sentence
 * @param worst drifted measures, the farthest beyond its limit first, {@value #MOST} at most
 */
record DriftSeen(long drifted, long open, int columns, String reference, String reason, List<Column> worst) {
    private static final int MOST = 10;
    /** So often the limit, surely, is no small drift. */
    private static final double FAR = 2;

    private static final int MAX_LABEL = 512;
    private static final int MAX_METRIC = 200;
    private static final int MAX_REASON = 2_000;

    /** Labels that an incident of drift has beside those of its detector. */
    static final String REFERENCE_LABEL = "drift.reference";

    static final String COLUMNS_LABEL = "drift.columns";

    /** A column with a drifted measure. */
    record Column(String name, MeasuredDrift measure) {
        private double timesLimit() {
            double limit = measure.limit();
            return limit > 0 ? measure.value() / limit : Double.POSITIVE_INFINITY;
        }
    }

    static DriftSeen of(DriftReport report) {
        List<Column> drifted = new ArrayList<>();
        for (ColumnDrift column : report.columns()) {
            column.measures().stream()
                    .filter(measure -> measure.verdict() == DriftVerdict.DRIFTED)
                    .map(measure -> new Column(column.name(), measure))
                    .max(Comparator.comparingDouble(Column::timesLimit))
                    .ifPresent(drifted::add);
        }
        drifted.sort(Comparator.comparingDouble(Column::timesLimit).reversed());
        return new DriftSeen(
                drifted.size(),
                report.counts().getOrDefault(DriftVerdict.INSUFFICIENT_EVIDENCE, 0L),
                report.columns().size(),
                report.reference(),
                report.reason(),
                List.copyOf(drifted.subList(0, Math.min(MOST, drifted.size()))));
    }

    /** Trouble if as many columns have drifted; healthy if so many can't have; otherwise nobody can say. */
    Finding finding(int least) {
        if (drifted >= least) {
            return Finding.BAD;
        }
        return drifted + open < least ? Finding.HEALTHY : Finding.UNKNOWN;
    }

    /**
     * Medium; high if a column is surely at more than twice its limit; critical if besides at least half of the columns have
     * drifted.
     */
    Severity severity() {
        boolean far = worst.stream().map(Column::measure).anyMatch(measure -> measure.lower() > FAR * measure.limit());
        if (!far) {
            return Severity.MEDIUM;
        }
        return 2 * drifted >= columns ? Severity.CRITICAL : Severity.HIGH;
    }

    /** "2 of 6 columns have drifted from churn-train@v3". */
    String title() {
        return drifted + " of " + columns + (drifted == 1 ? " columns has" : " columns have") + " drifted from "
                + reference;
    }

    /** The interval's own piece of evidence, and one for each of the worst columns. */
    List<Evidence> evidence(String metric, Instant at) {
        List<Evidence> all = new ArrayList<>();
        for (Column column : worst.reversed()) {
            MeasuredDrift measure = column.measure();
            all.add(new Evidence(
                    at,
                    clipped(
                            metric + ": " + column.name() + "."
                                    + measure.measure().id(),
                            MAX_METRIC),
                    measure.value(),
                    Double.NaN,
                    Double.NaN,
                    measure.limit(),
                    Double.NaN,
                    clipped(measure.reason(), MAX_REASON)));
        }
        return all;
    }

    /** What routes an incident: the reference and the columns, the worst first. */
    Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        labels.put(REFERENCE_LABEL, clipped(reference, MAX_LABEL));
        labels.put(
                COLUMNS_LABEL, clipped(worst.stream().map(Column::name).collect(Collectors.joining(", ")), MAX_LABEL));
        return labels;
    }

    private static String clipped(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
