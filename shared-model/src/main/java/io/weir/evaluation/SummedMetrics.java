package io.weir.evaluation;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.GroupedBootstrap;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.interval.Proportions;
import io.weir.evaluation.metric.SummedMetric;
import io.weir.evaluation.metric.SummedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Metrics of rows with intervals, and their differences from a baseline's on the same rows. */
final class SummedMetrics {
    /** With fewer independent rows an interval's tails are those of chance. */
    private static final int LEAST_UNITS = 10;

    private final SummedRows rows;
    private final @Nullable SummedRows baseline;
    private final RowUnits units;
    private final BootstrapSettings settings;
    private final int width;

    SummedMetrics(SummedRows rows, @Nullable SummedRows baseline, RowUnits units, BootstrapSettings settings) {
        this.rows = rows;
        this.baseline = baseline;
        this.units = units;
        this.settings = settings;
        this.width = rows.width();
    }

    List<MetricResult> results() {
        List<SummedMetric> metrics = rows.metrics();
        int sides = baseline == null ? 1 : 2;
        double[] all = new double[sides * width];
        for (int row = 0; row < rows.size(); row++) {
            addBoth(all, row);
        }
        List<@Nullable Interval> intervals = intervals(metrics, sides);
        List<MetricResult> results = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            SummedMetric metric = metrics.get(i);
            double value = metric.of(first(all));
            Interval interval = Double.isNaN(value) ? null : closed(metric, all, intervals.get(i));
            MetricResult result = new MetricResult(
                    metric.id(), metric.higherIsBetter(), value, interval, note(metric, value, interval), null);
            results.add(
                    sides == 1 ? result : result.with(compare(metric, value, all, intervals.get(metrics.size() + i))));
        }
        return results;
    }

    /** The values first, then the differences; all null if there are too few independent rows. */
    private List<@Nullable Interval> intervals(List<SummedMetric> metrics, int sides) {
        if (units.count() < LEAST_UNITS) {
            return Arrays.asList(new @Nullable Interval[sides * metrics.size()]);
        }
        List<ToDoubleFunction<double[]>> formulas = new ArrayList<>();
        metrics.forEach(metric -> formulas.add(sums -> metric.of(first(sums))));
        if (sides == 2) {
            metrics.forEach(metric -> formulas.add(sums -> metric.of(first(sums)) - metric.of(second(sums))));
        }
        return new GroupedBootstrap(
                        units.count(),
                        sides * width,
                        (sums, unit) -> units.forEachRow(unit, row -> addBoth(sums, row)),
                        settings.seed())
                .intervals(formulas, settings);
    }

    /** A share of independent rows has a closed form, which is right from few rows on. */
    private @Nullable Interval closed(SummedMetric metric, double[] all, @Nullable Interval drawn) {
        SummedMetric.Share share = metric.share();
        return share == null || !units.areRows()
                ? drawn
                : Proportions.wilson(all[share.hits()], all[share.rows()], settings.confidence());
    }

    private Comparison compare(SummedMetric metric, double value, double[] all, @Nullable Interval drawn) {
        double other = metric.of(second(all));
        double difference = value - other;
        Interval interval = Double.isNaN(difference) ? null : drawn;
        return new Comparison(other, difference, interval, Double.NaN, null, note(metric, difference, interval));
    }

    private @Nullable String note(SummedMetric metric, double value, @Nullable Interval interval) {
        if (interval != null) {
            return null;
        }
        if (Double.isNaN(value)) {
            return metric.whyUndefined();
        }
        return units.count() < LEAST_UNITS
                ? "there are " + units.count() + " " + units.name() + ", an interval needs " + LEAST_UNITS
                : "every replicate gives the same value, or too many give none";
    }

    /** The model's sums in the first half, the baseline's in the second. */
    private void addBoth(double[] sums, int row) {
        rows.addTo(sums, 0, row);
        if (baseline != null) {
            baseline.addTo(sums, width, row);
        }
    }

    private double[] first(double[] sums) {
        return sums.length == width ? sums : Arrays.copyOf(sums, width);
    }

    private double[] second(double[] sums) {
        return Arrays.copyOfRange(sums, width, 2 * width);
    }
}
