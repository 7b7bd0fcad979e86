package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.Confusion;
import org.jspecify.annotations.Nullable;

/** Metrics that are a share of rows have a closed form, which is right from few rows on. */
final class Shares {
    private Shares() {}

    /** Wilson's interval of the metric, or null if it is no share or rows have weights. */
    static @Nullable Interval of(BinaryMetric metric, BinarySample sample, double confidence) {
        if (sample.totals().isWeighted()) {
            return null;
        }
        Confusion c = sample.summary().confusion();
        return switch (metric) {
            case ACCURACY -> Proportions.wilson(c.truePositives() + c.trueNegatives(), c.total(), confidence);
            case PRECISION -> Proportions.wilson(c.truePositives(), c.predictedPositives(), confidence);
            case RECALL -> Proportions.wilson(c.truePositives(), c.positives(), confidence);
            case SPECIFICITY -> Proportions.wilson(c.trueNegatives(), c.negatives(), confidence);
            default -> null;
        };
    }
}
