package io.weir.evaluation.trial;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.interval.MeanArea;
import io.weir.evaluation.metric.BinaryScores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code roc_auc_macro} and {@code average_precision_macro}: the mean of each class, or label, against all else.
 *
 * @param id of the metric
 * @param undefined why it may have no value
 * @param of the mean over classes
 */
record MeanAreas(String id, String undefined, Function<List<BinaryScores>, MeanArea> of) {
    private static final String NO_INTERVAL = "it does not vary, or a class has too few rows";

    private static final List<MeanAreas> ALL = List.of(
            new MeanAreas("roc_auc_macro", "a class has all rows or none", MeanArea::of),
            new MeanAreas("average_precision_macro", "a class has no row", MeanArea::ofPrecision));

    /**
     * The metrics.
     *
     * @param flags by class, then by row: whether the row has it
     * @param scores by class, then by row
     */
    static List<MetricResult> results(
            byte[][] flags, double[][] scores, double @Nullable [][] baseline, double confidence) {
        return ALL.stream()
                .map(each -> each.result(flags, scores, baseline, confidence))
                .toList();
    }

    private MetricResult result(byte[][] flags, double[][] scores, double @Nullable [][] baseline, double confidence) {
        MeanArea model = area(flags, scores);
        Interval interval = Double.isNaN(model.area()) ? null : model.interval(confidence);
        MetricResult result = new MetricResult(id, true, model.area(), interval, note(model.area(), interval), null);
        if (baseline == null) {
            return result;
        }
        MeanArea other = area(flags, baseline);
        double difference = model.area() - other.area();
        Interval between = Double.isNaN(difference) ? null : model.intervalOfDifference(other, confidence);
        return result.with(
                new Comparison(other.area(), difference, between, Double.NaN, null, note(difference, between)));
    }

    private @Nullable String note(double value, @Nullable Interval interval) {
        return interval != null ? null : Double.isNaN(value) ? undefined : NO_INTERVAL;
    }

    private MeanArea area(byte[][] flags, double[][] scores) {
        List<BinaryScores> classes = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            classes.add(BinaryScores.of(flags[i], scores[i]));
        }
        return of.apply(classes);
    }
}
