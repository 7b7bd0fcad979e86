package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Intervals of all binary metrics from one set of replicates.
 *
 * <p>Rows are drawn through their cells (see {@link Resampler}), so a replicate costs the same for ten thousand rows as for ten
 * million: about 30 µs. A replicate is moved by what binning does to the rows as they are, which leaves of binning only a
 * variance of the order of one in the square of the bins.
 */
public final class Bootstrap {
    /** With fewer rows of either label a replicate's tails are those of chance. */
    public static final int LEAST_OF_EACH_LABEL = 10;

    private final BinarySample sample;
    private final BootstrapSettings settings;
    private final long stream;

    private Bootstrap(BinarySample sample, BootstrapSettings settings, long stream) {
        this.sample = sample;
        this.settings = settings;
        this.stream = stream;
    }

    /**
     * An estimate of every metric, in order of {@link BinaryMetric}.
     *
     * @param stream different for each set of rows under one seed
     */
    public static List<Estimate> of(BinarySample sample, BootstrapSettings settings, long stream) {
        return new Bootstrap(sample, settings, stream).estimates();
    }

    private List<Estimate> estimates() {
        double[][] replicates = sample.totals().rarer() < LEAST_OF_EACH_LABEL ? null : replicates();
        double[][] jackknife = replicates == null || !needsAcceleration() ? null : jackknife();
        List<Estimate> estimates = new ArrayList<>();
        for (BinaryMetric metric : BinaryMetric.values()) {
            estimates.add(estimate(metric, replicates, jackknife));
        }
        return estimates;
    }

    /** It falls with the root of the rows: with so many of each label it moves no end by more than a percent of the width. */
    private boolean needsAcceleration() {
        return settings.method() == BootstrapSettings.Method.BCA
                && sample.totals().rarer() < Resampler.EXACT_ROWS;
    }

    private Estimate estimate(BinaryMetric metric, double @Nullable [][] all, double @Nullable [][] jackknife) {
        double value = sample.value(metric);
        if (Double.isNaN(value)) {
            return Estimate.undefined(metric);
        }
        Interval proportion = Shares.of(metric, sample, settings.confidence());
        if (proportion != null) {
            return new Estimate(metric, value, proportion, null);
        }
        if (all == null) {
            return Estimate.withoutInterval(
                    metric,
                    value,
                    "one of the labels has " + sample.totals().rarer() + " rows, an interval needs "
                            + LEAST_OF_EACH_LABEL);
        }
        Replicates replicates = new Replicates(all[metric.ordinal()]);
        if (!replicates.areEnough()) {
            return Estimate.withoutInterval(metric, value, "too many replicates leave it undefined");
        }
        if (replicates.areEqual()) {
            return withoutSpread(metric, value);
        }
        String scheme = settings.replicates() + " " + sample.resampler().scheme() + " replicates";
        Interval interval = settings.method() == BootstrapSettings.Method.PERCENTILE
                ? replicates.percentile(settings.confidence(), scheme)
                : replicates.bca(
                        value,
                        jackknife == null ? null : jackknife[metric.ordinal()],
                        multiplicity(),
                        settings.confidence(),
                        scheme);
        return new Estimate(metric, value, within(metric, interval), null);
    }

    /** Rows that are all right say something all the same: the rarer label counts as trials without a failure. */
    private Estimate withoutSpread(BinaryMetric metric, double value) {
        if (Math.abs(value - metric.highest()) > 1e-12 || !metric.higherIsBetter()) {
            return Estimate.withoutInterval(metric, value, "every replicate gives the same value");
        }
        double trials = sample.totals().rarer();
        double low = Proportions.clopperPearson(trials, trials, settings.confidence())
                .low();
        double from = metric.lowest() + (metric.highest() - metric.lowest()) * low;
        String method = "Clopper-Pearson over the rarer label, as no row is wrong";
        return new Estimate(metric, value, new Interval(from, value, settings.confidence(), method), null);
    }

    private static Interval within(BinaryMetric metric, Interval interval) {
        return new Interval(
                Math.clamp(interval.low(), metric.lowest(), metric.highest()),
                Math.clamp(interval.high(), metric.lowest(), metric.highest()),
                interval.confidence(),
                interval.method());
    }

    private double[][] replicates() {
        double[] shift = shift();
        double[][] byMetric = new double[BinaryMetric.COUNT][settings.replicates()];
        IntStream.range(0, settings.replicates()).parallel().forEach(replicate -> {
            SplitMix random = new SplitMix(settings.seed() + stream, replicate);
            double[] drawn = new double[sample.resampler().size()];
            sample.resampler().draw(random, drawn);
            double[] values = sample.model().evaluate(drawn, sample.resampler().isExact() ? null : random);
            for (int metric = 0; metric < values.length; metric++) {
                byMetric[metric][replicate] = values[metric] + shift[metric];
            }
        });
        return byMetric;
    }

    /** What each metric is, less what the bins make of it. */
    private double[] shift() {
        double[] binned = sample.model().evaluate(sample.resampler().observed(), null);
        double[] shift = new double[binned.length];
        for (BinaryMetric metric : BinaryMetric.values()) {
            shift[metric.ordinal()] = sample.value(metric) - binned[metric.ordinal()];
        }
        return shift;
    }

    private double[][] jackknife() {
        int cells = sample.resampler().size();
        double[][] byMetric = new double[BinaryMetric.COUNT][cells];
        IntStream.range(0, cells).parallel().forEach(cell -> {
            double[] values = sample.model().evaluate(sample.resampler().without(cell), null);
            for (int metric = 0; metric < values.length; metric++) {
                byMetric[metric][cell] = values[metric];
            }
        });
        return byMetric;
    }

    private double[] multiplicity() {
        return IntStream.range(0, sample.resampler().size())
                .mapToDouble(sample.resampler()::rows)
                .toArray();
    }
}
