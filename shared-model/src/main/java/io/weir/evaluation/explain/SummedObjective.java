package io.weir.evaluation.explain;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.interval.GroupedBootstrap;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.metric.Metric;
import io.weir.evaluation.metric.SummedMetric;
import io.weir.evaluation.metric.SummedRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A metric of sums over rows.
 *
 * @param rows that scores make
 */
record SummedObjective(Function<double[], SummedRows> rows, SummedMetric metric) implements Objective {
    /** With fewer rows an interval's tails are those of chance. */
    private static final int LEAST_ROWS = 10;

    /**
     * The metric of that id.
     *
     * @param any scores of all rows
     */
    static SummedObjective of(Function<double[], SummedRows> rows, double[] any, String id) {
        return new SummedObjective(rows, Metric.named(id, rows.apply(any).metrics()));
    }

    @Override
    public double value(double[] scores) {
        SummedRows scored = rows.apply(scores);
        double[] sums = new double[scored.width()];
        for (int row = 0; row < scored.size(); row++) {
            scored.addTo(sums, 0, row);
        }
        return metric.of(sums);
    }

    @Override
    public Difference change(double[] scores, double[] before, BootstrapSettings settings) {
        double other = value(before);
        double difference = value(scores) - other;
        if (Double.isNaN(difference)) {
            return new Difference(metric, other, difference, null, Double.NaN, null, metric.whyUndefined());
        }
        if (scores.length < LEAST_ROWS) {
            String why = "there are " + scores.length + " rows, an interval needs " + LEAST_ROWS;
            return new Difference(metric, other, difference, null, Double.NaN, null, why);
        }
        if (Arrays.equals(scores, before)) {
            Interval none = new Interval(0, 0, settings.confidence(), "no score differs");
            return new Difference(metric, other, 0, none, Double.NaN, null, null);
        }
        Interval interval = interval(rows.apply(scores), rows.apply(before), settings);
        String why = interval == null ? "every replicate gives the same value, or too many give none" : null;
        return new Difference(metric, other, difference, interval, Double.NaN, null, why);
    }

    private @Nullable Interval interval(SummedRows scored, SummedRows before, BootstrapSettings settings) {
        int width = scored.width();
        return new GroupedBootstrap(
                        scored.size(),
                        2 * width,
                        (sums, row) -> {
                            scored.addTo(sums, 0, row);
                            before.addTo(sums, width, row);
                        },
                        settings.seed())
                .intervals(
                        List.of(sums -> metric.of(Arrays.copyOf(sums, width))
                                - metric.of(Arrays.copyOfRange(sums, width, 2 * width))),
                        settings)
                .getFirst();
    }
}
