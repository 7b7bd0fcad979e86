package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much better one model is than another on the same rows: paired bootstrap for every metric, DeLong for the area under
 * the ROC curve, McNemar's test beside the difference in accuracy.
 *
 * <p>Cost: both rankings, then as {@link Bootstrap} with up to 65,536 cells.
 */
public final class PairedBootstrap {
    private final BinaryScores scores;
    private final BinaryScores baseline;
    private final BinarySample sample;
    private final BinarySample baselineSample;
    private final double threshold;
    private final BootstrapSettings settings;
    private final @Nullable DeLong delong;
    private final @Nullable DeLong baselineDelong;
    private final PairedCells cells;

    /** The model's and the baseline's scores of the same rows. */
    public PairedBootstrap(
            BinaryScores scores,
            ScoreOrder order,
            double[] baselineScores,
            double threshold,
            BootstrapSettings settings) {
        this.scores = scores;
        this.baseline = scores.rescored(baselineScores);
        this.threshold = threshold;
        this.settings = settings;
        ScoreOrder baselineOrder = ScoreOrder.of(baseline);
        this.sample = new BinaryScans(scores, order, threshold).all();
        this.baselineSample = new BinaryScans(baseline, baselineOrder, threshold).all();
        this.delong = scores.isWeighted() ? null : new DeLong(scores, order);
        this.baselineDelong = scores.isWeighted() ? null : new DeLong(baseline, baselineOrder);
        this.cells = PairedCells.of(scores, order, baseline, baselineOrder, threshold);
    }

    /** The difference of every metric, in order of {@link BinaryMetric}. */
    public List<Difference> differences() {
        boolean enough = sample.totals().rarer() >= Bootstrap.LEAST_OF_EACH_LABEL;
        double[][] replicates = enough ? replicates() : null;
        List<Difference> differences = new ArrayList<>();
        for (BinaryMetric metric : BinaryMetric.values()) {
            differences.add(difference(metric, replicates));
        }
        return differences;
    }

    private Difference difference(BinaryMetric metric, double @Nullable [][] replicates) {
        double other = baselineSample.value(metric);
        double difference = sample.value(metric) - other;
        if (Double.isNaN(difference)) {
            return new Difference(metric, other, difference, null, Double.NaN, null, metric.whyUndefined());
        }
        if (replicates == null) {
            String why = "one of the labels has " + sample.totals().rarer() + " rows, an interval needs "
                    + Bootstrap.LEAST_OF_EACH_LABEL;
            return new Difference(metric, other, difference, null, Double.NaN, null, why);
        }
        if (metric == BinaryMetric.ROC_AUC && delong != null && baselineDelong != null) {
            Interval interval = delong.intervalOfDifference(baselineDelong, settings.confidence());
            return new Difference(metric, other, difference, interval, delong.pValue(baselineDelong), "DeLong", null);
        }
        Replicates drawn = new Replicates(replicates[metric.ordinal()]);
        if (!drawn.areEnough()) {
            return new Difference(
                    metric, other, difference, null, Double.NaN, null, "too many replicates leave it undefined");
        }
        Interval interval = drawn.areEqual()
                ? withoutSpread(metric, difference)
                : drawn.percentile(
                        settings.confidence(),
                        "paired, " + settings.replicates() + " " + cells.resampler.scheme() + " replicates");
        boolean mcnemar = metric == BinaryMetric.ACCURACY && !scores.isWeighted();
        double p = mcnemar ? McNemar.of(scores, baseline, threshold).midP() : Double.NaN;
        return new Difference(metric, other, difference, interval, p, mcnemar ? "McNemar, mid-p" : null, null);
    }

    /** Rows on which the models never disagree bound the share on which they would. */
    private Interval withoutSpread(BinaryMetric metric, double difference) {
        double range = Double.isInfinite(metric.highest()) ? 1 : metric.highest() - metric.lowest();
        double half = identical()
                ? 0
                : range
                        * Proportions.clopperPearson(0, sample.totals().rarer(), settings.confidence())
                                .high();
        return new Interval(
                difference - half, difference + half, settings.confidence(), "Clopper-Pearson, no row differs");
    }

    private boolean identical() {
        return IntStream.range(0, scores.size()).allMatch(row -> scores.score(row) == baseline.score(row));
    }

    private double[][] replicates() {
        double[] observed = cells.resampler.observed();
        double[] binned = less(cells.first.evaluate(observed, null), cells.second.evaluate(observed, null));
        double[][] byMetric = new double[BinaryMetric.COUNT][settings.replicates()];
        IntStream.range(0, settings.replicates()).parallel().forEach(replicate -> {
            SplitMix random = new SplitMix(settings.seed(), -1L - replicate);
            double[] drawn = new double[cells.resampler.size()];
            cells.resampler.draw(random, drawn);
            double[] values = less(cells.first.evaluate(drawn, null), cells.second.evaluate(drawn, null));
            values[BinaryMetric.LOG_LOSS.ordinal()] += noise(drawn, cells.logLossVariance, random);
            values[BinaryMetric.BRIER.ordinal()] += noise(drawn, cells.squaredErrorVariance, random);
            for (BinaryMetric metric : BinaryMetric.values()) {
                int m = metric.ordinal();
                double exact = sample.value(metric) - baselineSample.value(metric);
                byMetric[m][replicate] = values[m] - binned[m] + exact;
            }
        });
        return byMetric;
    }

    /** What the rows within cells vary by; nothing if each row is a cell. */
    private double noise(double[] drawn, double[] variances, SplitMix random) {
        if (cells.resampler.isExact()) {
            return 0;
        }
        double sum = 0;
        double variance = 0;
        for (int cell = 0; cell < drawn.length; cell++) {
            sum += drawn[cell];
            variance += drawn[cell] * variances[cell];
        }
        return Math.sqrt(variance) * random.nextGaussian() / sum;
    }

    private static double[] less(double[] a, double[] b) {
        double[] less = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            less[i] = a[i] - b[i];
        }
        return less;
    }
}
