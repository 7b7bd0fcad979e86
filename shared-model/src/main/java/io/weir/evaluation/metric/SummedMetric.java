package io.weir.evaluation.metric;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A metric that sums over rows are enough for.
 *
 * @param formula of the sums; NaN if they do not define it
 * @param share set if it is a plain share of rows, for which there is a closed interval
 */
public record SummedMetric(
        String id,
        boolean higherIsBetter,
        double lowest,
        double highest,
        String whyUndefined,
        ToDoubleFunction<double[]> formula,
        @Nullable Share share)
        implements Metric {

    /** Places of the hits and of the rows among the sums. */
    public record Share(int hits, int rows) {}

    /** A metric within [0,1], of which more is better. */
    public static SummedMetric score(String id, String whyUndefined, ToDoubleFunction<double[]> formula) {
        return new SummedMetric(id, true, 0, 1, whyUndefined, formula, null);
    }

    /** A metric of at least 0, of which less is better. */
    public static SummedMetric loss(String id, String whyUndefined, ToDoubleFunction<double[]> formula) {
        return new SummedMetric(id, false, 0, Double.POSITIVE_INFINITY, whyUndefined, formula, null);
    }

    /** A share of rows, of which more is better. */
    public static SummedMetric share(String id, int hits, int rows) {
        return new SummedMetric(
                id, true, 0, 1, "the rows have no weight", s -> s[hits] / s[rows], new Share(hits, rows));
    }

    /** The same, from -1 on. */
    public SummedMetric fromMinusOne() {
        return new SummedMetric(id, higherIsBetter, -1, highest, whyUndefined, formula, share);
    }

    /** The value; NaN if it is not defined. */
    public double of(double[] sums) {
        double value = formula.applyAsDouble(sums);
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
