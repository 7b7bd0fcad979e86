package io.weir.evaluation;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.metric.RegressionMetric;
import io.weir.evaluation.metric.RegressionRows;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.verdict.Threshold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests predicted numbers, alone or against a baseline's predictions of the same rows.
 *
 * <p>Time linear in rows but for the median of the error, which takes a sort. The median and the maximum have no interval and
 * are not told of slices.
 */
public final class RegressionEvaluator {
    private static final String NO_INTERVAL = "a quantile or a maximum of the error has no interval here";

    private final Regression rows;
    private final SummedEvaluator summed;
    private @Nullable Regression baseline;
    private final List<Threshold> thresholds = new ArrayList<>();

    /** A test of these predictions. */
    public RegressionEvaluator(String model, Regression rows) {
        this.rows = rows;
        this.summed = new SummedEvaluator("regression", model, new RegressionRows(rows));
    }

    /** Draws intervals so; they are percentiles, whatever the method. */
    public RegressionEvaluator bootstrap(BootstrapSettings settings) {
        summed.bootstrap(settings);
        return this;
    }

    /**
     * Compares with another model's predictions.
     *
     * @throws IllegalArgumentException if it has another number of rows
     */
    public RegressionEvaluator baseline(String name, Regression sameRows) {
        summed.baseline(name, new RegressionRows(sameRows));
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

    /** Evaluates every combination of these columns' values apart. */
    public RegressionEvaluator slice(List<SliceColumn> columns) {
        summed.slice(columns);
        return this;
    }

    /** Leaves out slices with fewer rows. */
    public RegressionEvaluator leastSliceRows(int least) {
        summed.leastSliceRows(least);
        return this;
    }

    /** Looks for the parts where the absolute error is largest. */
    public RegressionEvaluator searchWeakest(WeakSearch settings) {
        summed.searchWeakest(settings);
        return this;
    }

    /**
     * Evaluates.
     *
     * @throws IllegalArgumentException if a threshold needs a baseline and there is none
     */
    public Evaluation evaluate() {
        Evaluation sums = summed.evaluate();
        Evaluation all =
                sums.toBuilder().metrics(withoutIntervals(rows, baseline)).build();
        EvaluationBuilder judged = all.toBuilder();
        for (Threshold threshold : thresholds) {
            MetricResult of = all.metric(threshold.metric());
            if (of != null) {
                judged.judgements(List.of(Judgements.of(threshold, of, rows.size())));
            }
        }
        return judged.build();
    }

    /** The median and the maximum of the error, which no sums over rows give and which have no intervals. */
    public static List<MetricResult> withoutIntervals(Regression rows, @Nullable Regression baseline) {
        List<MetricResult> results = new ArrayList<>();
        for (RegressionMetric metric : RegressionMetric.values()) {
            if (metric.isOfSums()) {
                continue;
            }
            double value = rows.value(metric);
            Comparison comparison = null;
            if (baseline != null) {
                double other = baseline.value(metric);
                comparison = new Comparison(other, value - other, null, Double.NaN, null, NO_INTERVAL);
            }
            results.add(new MetricResult(metric.id(), metric.higherIsBetter(), value, null, NO_INTERVAL, comparison));
        }
        return results;
    }
}
