package io.weir.evaluation;

import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.interval.Proportions;
import io.weir.evaluation.metric.Confusion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One class or label against all others.
 *
 * @param rows that have it
 * @param metrics precision, recall and F1
 */
public record ClassResult(String name, long rows, List<MetricResult> metrics) {
    /** Of more, the most frequent are in the result. */
    public static final int MAX_CLASSES = 50;

    /** Copies the list. */
    public ClassResult {
        metrics = List.copyOf(metrics);
    }

    /** From counts of independent rows; F1 is 2J / (1 + J) of a share J of rows, so its interval is that share's. */
    public static ClassResult of(String name, Confusion counts, double confidence) {
        double hits = counts.truePositives();
        double either = counts.positives() + counts.predictedPositives() - hits;
        List<MetricResult> metrics = new ArrayList<>();
        metrics.add(share("precision", hits, counts.predictedPositives(), confidence, "it is never predicted"));
        metrics.add(share("recall", hits, counts.positives(), confidence, "no row has it"));
        MetricResult jaccard = share("f1", hits, either, confidence, "no row has it and it is never predicted");
        metrics.add(new MetricResult(
                "f1", true, harmonic(jaccard.value()), harmonic(jaccard.interval()), jaccard.note(), null));
        return new ClassResult(name, Math.round(counts.positives()), metrics);
    }

    private static MetricResult share(String id, double hits, double trials, double confidence, String why) {
        return trials > 0
                ? new MetricResult(id, true, hits / trials, Proportions.wilson(hits, trials, confidence), null, null)
                : new MetricResult(id, true, Double.NaN, null, why, null);
    }

    private static double harmonic(double share) {
        return 2 * share / (1 + share);
    }

    private static @Nullable Interval harmonic(@Nullable Interval interval) {
        return interval == null
                ? null
                : new Interval(
                        harmonic(interval.low()), harmonic(interval.high()), interval.confidence(), interval.method());
    }
}
