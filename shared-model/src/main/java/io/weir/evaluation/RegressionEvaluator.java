package io.weir.evaluation;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.GroupedBootstrap;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.metric.RegressionMetric;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests predicted numbers, alone or against a baseline's predictions of the same rows.
 *
 * <p>Time linear in rows but for the median of the error, which takes a sort. The median and the maximum have no interval.
 */
public final class RegressionEvaluator {
    /** With fewer rows an interval's tails are those of chance. */
    private static final int LEAST_ROWS = 10;

    private final String model;
    private final Regression rows;
    private BootstrapSettings bootstrap = BootstrapSettings.defaults();
    private @Nullable String baselineName;
    private @Nullable Regression baseline;
    private final List<Threshold> thresholds = new ArrayList<>();

    /** A test of these predictions. */
    public RegressionEvaluator(String model, Regression rows) {
        this.model = model;
        this.rows = rows;
    }

    /** Draws intervals so; they are percentiles, whatever the method. */
    public RegressionEvaluator bootstrap(BootstrapSettings settings) {
        this.bootstrap = settings;
        return this;
    }

    /**
     * Compares with another model's predictions.
     *
     * @throws IllegalArgumentException if it has another number of rows
     */
    public RegressionEvaluator baseline(String name, Regression sameRows) {
        if (sameRows.size() != rows.size()) {
            throw new IllegalArgumentException("the baseline has " + sameRows.size() + " rows, the model " + rows.size()
                    + "; both must predict the same rows");
        }
        this.baselineName = name;
        this.baseline = sameRows;
        return this;
    }

    /**
     * Asks this of the model.
     *
     * @throws IllegalArgumentException if there is no such metric
     */
    public RegressionEvaluator require(Threshold threshold) {
        RegressionMetric.named(threshold.metric());
        thresholds.add(threshold);
        return this;
    }

    /**
     * Evaluates.
     *
     * @throws IllegalArgumentException if a threshold needs a baseline and there is none
     */
    public Evaluation evaluate() {
        GroupedBootstrap groups =
                new GroupedBootstrap(rows.size(), 2 * Regression.SUMS, this::addBoth, bootstrap.seed());
        List<MetricResult> metrics = new ArrayList<>();
        for (RegressionMetric metric : RegressionMetric.values()) {
            metrics.add(result(metric, groups));
        }
        EvaluationBuilder result = new EvaluationBuilder("regression", model, rows.size(), bootstrap)
                .baseline(baselineName)
                .metrics(metrics);
        for (Threshold threshold : thresholds) {
            MetricResult of =
                    metrics.get(RegressionMetric.named(threshold.metric()).ordinal());
            result.judgements(List.of(Judgements.of(threshold, of, rows.size())));
        }
        return result.build();
    }

    /** The model's sums in the first half, the baseline's in the second. */
    private void addBoth(double[] sums, int row) {
        rows.addTo(sums, 0, row);
        if (baseline != null) {
            baseline.addTo(sums, Regression.SUMS, row);
        }
    }

    private MetricResult result(RegressionMetric metric, GroupedBootstrap groups) {
        double value = rows.value(metric);
        Interval interval = hasInterval(metric, value) ? groups.interval(s -> metric.of(first(s)), bootstrap) : null;
        MetricResult result = new MetricResult(
                metric.id(), metric.higherIsBetter(), value, interval, note(metric, value, interval), null);
        return baseline == null ? result : result.with(compare(metric, value, baseline.value(metric), groups));
    }

    private Comparison compare(RegressionMetric metric, double value, double other, GroupedBootstrap groups) {
        double difference = value - other;
        Interval interval = hasInterval(metric, difference)
                ? groups.interval(s -> metric.of(first(s)) - metric.of(second(s)), bootstrap)
                : null;
        return new Comparison(other, difference, interval, Double.NaN, null, note(metric, difference, interval));
    }

    private boolean hasInterval(RegressionMetric metric, double value) {
        return metric.isOfSums() && !Double.isNaN(value) && rows.size() >= LEAST_ROWS;
    }

    private @Nullable String note(RegressionMetric metric, double value, @Nullable Interval interval) {
        if (interval != null) {
            return null;
        }
        if (Double.isNaN(value)) {
            return metric.whyUndefined();
        }
        return !metric.isOfSums()
                ? "a quantile or a maximum of the error has no interval here"
                : rows.size() < LEAST_ROWS
                        ? "there are " + rows.size() + " rows, an interval needs " + LEAST_ROWS
                        : "every replicate gives the same value";
    }

    private static double[] first(double[] sums) {
        return Arrays.copyOf(sums, Regression.SUMS);
    }

    private static double[] second(double[] sums) {
        return Arrays.copyOfRange(sums, Regression.SUMS, 2 * Regression.SUMS);
    }
}
