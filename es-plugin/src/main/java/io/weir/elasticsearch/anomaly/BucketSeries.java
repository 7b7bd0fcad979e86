package io.weir.elasticsearch.anomaly;

import io.weir.anomaly.AnomalyReport;
import io.weir.series.TimeSeries;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.elasticsearch.search.aggregations.pipeline.BucketHelpers.GapPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A histogram as a regular series, and the way back from its intervals to buckets.
 *
 * @param series one value per interval, gaps as NaN
 * @param rows intervals that the answer has a row for: the histogram's buckets and inserted zeros
 * @param inserted how many of the rows are no buckets of the histogram
 */
record BucketSeries(
        TimeSeries series, int[] rows, int inserted, long intervalMillis, HistogramBuckets buckets, Grid grid) {

    /**
     * Lays values on a grid.
     *
     * @param intervalMillis usual length of an interval, 0 if it is not one of time
     * @param policy a missing bucket is a gap, unless it asks for zeros
     */
    static BucketSeries of(HistogramBuckets buckets, Grid grid, long intervalMillis, GapPolicy policy) {
        boolean zeros = policy == GapPolicy.INSERT_ZEROS;
        double[] values = new double[grid.size()];
        for (int i = 0; i < values.length; i++) {
            int bucket = grid.bucket()[i];
            values[i] = bucket == Grid.MISSING ? (zeros ? 0 : Double.NaN) : buckets.values()[bucket];
        }
        int[] rows = IntStream.range(0, grid.size())
                .filter(i -> zeros || grid.bucket()[i] != Grid.MISSING)
                .toArray();
        long start = buckets.format().dates() && grid.size() > 0 ? (long) grid.keys()[0] : 0;
        TimeSeries series = new TimeSeries(start, Math.max(1, intervalMillis), values);
        return new BucketSeries(series, rows, rows.length - buckets.size(), intervalMillis, buckets, grid);
    }

    /** The answer: what a report says of intervals, said of buckets. */
    InternalAnomaly result(String name, @Nullable Map<String, Object> metadata, AnomalyReport report, String missing) {
        Rows table = new Rows(
                column(grid.keys()),
                Arrays.stream(rows).mapToLong(this::docCount).toArray(),
                Arrays.stream(rows).mapToDouble(series::value).toArray(),
                column(report.score()),
                column(report.expected()),
                column(report.lower()),
                column(report.upper()),
                anomalous(report));
        AnomalyFindings findings = new AnomalyFindings(
                report.stretches().stream()
                        .map(found -> KeyedStretch.of(found, grid.keys()))
                        .toList(),
                report.changePoints().stream()
                        .map(found -> KeyedChange.of(found, grid.keys()))
                        .toList(),
                report.seasonLength(),
                report.seasonLength() * intervalMillis,
                report.threshold(),
                report.insufficient(),
                missing.isEmpty() ? report.reason() : missing + "; " + report.reason());
        return new InternalAnomaly(name, metadata, buckets.format(), findings, table);
    }

    private long docCount(int interval) {
        int bucket = grid.bucket()[interval];
        return bucket == Grid.MISSING ? 0 : buckets.docCounts()[bucket];
    }

    private double[] column(double[] perInterval) {
        return Arrays.stream(rows).mapToDouble(i -> perInterval[i]).toArray();
    }

    private BitSet anomalous(AnomalyReport report) {
        BitSet column = new BitSet(rows.length);
        for (int i = 0; i < rows.length; i++) {
            column.set(i, report.anomalous(rows[i]));
        }
        return column;
    }
}
