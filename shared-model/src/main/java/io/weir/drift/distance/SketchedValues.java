package io.weir.drift.distance;

import io.weir.sketch.KllSketch;
import io.weir.sketch.Moments;
import io.weir.sketch.SortedView;

/**
 * A column of which a quantile sketch and the moments were kept. Shares are within the sketch's rank error; count, least and
 * greatest value, mean and deviation are those of all values. A snapshot: later additions to the sketch are not seen.
 */
public final class SketchedValues implements NumericDistribution {
    private final SortedValues kept;
    private final double min;
    private final double max;
    private final double mean;
    private final double deviation;
    private final double rankError;

    private SketchedValues(SortedValues kept, KllSketch sketch, double mean, double deviation) {
        this.kept = kept;
        min = sketch.min();
        max = sketch.max();
        rankError = sketch.rankError();
        this.mean = mean;
        this.deviation = deviation;
    }

    /**
     * The distribution of what both have seen.
     *
     * @param missing rows without a value
     * @throws IllegalArgumentException if the sketch and the moments did not see the same number of values
     */
    public static SketchedValues of(KllSketch sketch, Moments moments, long missing) {
        if (moments.count() + moments.infinite() != sketch.count()) {
            throw new IllegalArgumentException("the sketch has seen " + sketch.count() + " values, the moments "
                    + (moments.count() + moments.infinite()) + "; both must see the same");
        }
        boolean finite = moments.infinite() == 0;
        return new SketchedValues(
                steps(sketch, missing),
                sketch,
                finite ? moments.mean() : Double.NaN,
                finite ? deviation(moments) : Double.NaN);
    }

    /** The distribution by the sketch alone: mean and deviation are those of the values it kept. */
    public static SketchedValues of(KllSketch sketch, long missing) {
        SortedValues kept = steps(sketch, missing);
        return new SketchedValues(kept, sketch, kept.mean(), kept.standardDeviation());
    }

    private static SortedValues steps(KllSketch sketch, long missing) {
        SortedView view = sketch.view();
        double[] values = new double[view.size()];
        long[] cumulative = new long[view.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = view.value(i);
            cumulative[i] = view.cumulative(i);
        }
        return SortedValues.ofSteps(values, cumulative, missing);
    }

    /** With divisor n, where the moments have n - 1. */
    private static double deviation(Moments moments) {
        double n = moments.count();
        return n == 1 ? 0 : Math.sqrt(moments.variance() * (n - 1) / n);
    }

    @Override
    public long count() {
        return kept.count();
    }

    @Override
    public long missing() {
        return kept.missing();
    }

    @Override
    public double min() {
        return min;
    }

    @Override
    public double max() {
        return max;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double standardDeviation() {
        return deviation;
    }

    @Override
    public double atMost(double x) {
        return kept.atMost(x);
    }

    @Override
    public double below(double x) {
        return kept.below(x);
    }

    @Override
    public double quantile(double q) {
        if (q <= 0) {
            return min;
        }
        return q >= 1 ? max : kept.quantile(q);
    }

    @Override
    public double[] breakpoints() {
        return kept.breakpoints();
    }

    @Override
    public double rankError() {
        return rankError;
    }

    @Override
    public void cumulate(double[] places, double[] atMost, double[] below) {
        kept.cumulate(places, atMost, below);
    }
}
