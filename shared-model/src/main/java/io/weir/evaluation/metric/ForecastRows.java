package io.weir.evaluation.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts as sums: the errors of {@link Regression}, scaled errors (Hyndman and Koehler, International Journal of Forecasting
 * 2006) if the history's scale is known, and how often and how wide predicted intervals hold the value.
 */
public final class ForecastRows implements SummedRows {
    private static final int SCALED = Regression.SUMS;
    private static final int SCALED_ROWS = SCALED + 1;
    private static final int COVERED = SCALED + 2;
    private static final int ROWS = SCALED + 3;
    private static final int WIDTHS = SCALED + 4;
    private static final int COUNT = SCALED + 5;

    /** Shares of variance are of one level, which several series do not have. */
    private static final Set<String> NOT_OF_SERIES = Set.of("r2", "explained_variance");

    private final Regression errors;
    private final double[] actual;
    private final double @Nullable [] scales;
    private final @Nullable Ends ends;

    /** The ends of predicted intervals. */
    public record Ends(double[] low, double[] high) {}

    /**
     * Rows.
     *
     * @param scales each row's mean absolute error of the naive forecast within its series' history, NaN if it has none; null
     *     if there is no history
     * @param ends of intervals, or null
     * @throws InvalidPredictionsException naming the row and the value that is not allowed
     */
    public ForecastRows(double[] actual, double[] forecast, double @Nullable [] scales, @Nullable Ends ends) {
        this.errors = new Regression(actual, forecast, null);
        this.actual = actual;
        this.scales = scales;
        this.ends = ends;
        if (scales != null) {
            Inputs.sameLength("the scale", scales.length, actual.length);
        }
        if (ends != null) {
            Forecasts.coverage(actual, ends.low(), ends.high());
        }
    }

    @Override
    public int size() {
        return actual.length;
    }

    @Override
    public int width() {
        return COUNT;
    }

    @Override
    public void addTo(double[] sums, int offset, int row) {
        errors.addTo(sums, offset, row);
        sums[offset + ROWS]++;
        if (scales != null && scales[row] > 0) {
            sums[offset + SCALED] += errors.absoluteError(row) / scales[row];
            sums[offset + SCALED_ROWS]++;
        }
        if (ends != null) {
            sums[offset + COVERED] += actual[row] >= ends.low()[row] && actual[row] <= ends.high()[row] ? 1 : 0;
            sums[offset + WIDTHS] += ends.high()[row] - ends.low()[row];
        }
    }

    @Override
    public double loss(int row) {
        return scales != null && scales[row] > 0 ? errors.absoluteError(row) / scales[row] : errors.absoluteError(row);
    }

    @Override
    public List<SummedMetric> metrics() {
        List<SummedMetric> metrics = new ArrayList<>();
        new RegressionRows(errors)
                .metrics().stream()
                        .filter(metric -> !NOT_OF_SERIES.contains(metric.id()))
                        .forEach(metrics::add);
        if (scales != null) {
            metrics.add(SummedMetric.loss(
                    "mase", "no series has a history that changes", sums -> sums[SCALED] / sums[SCALED_ROWS]));
        }
        if (ends != null) {
            metrics.add(SummedMetric.share("interval_coverage", COVERED, ROWS));
            metrics.add(SummedMetric.loss(
                    "interval_width", "an interval has no finite end", sums -> sums[WIDTHS] / sums[ROWS]));
        }
        return metrics;
    }
}
