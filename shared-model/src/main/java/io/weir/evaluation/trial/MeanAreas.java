package io.weir.evaluation.trial;

import io.weir.evaluation.Comparison;
import io.weir.evaluation.MetricResult;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.interval.MeanArea;
import io.weir.evaluation.metric.BinaryScores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code roc_auc_macro}: the mean area under the ROC curves of each class, or label, against all else. */
final class MeanAreas {
    private static final String ID = "roc_auc_macro";
    private static final String UNDEFINED = "a class has all rows or none";
    private static final String NO_INTERVAL = "the area does not vary, or a class has fewer than two rows";

    private MeanAreas() {}

    /**
     * The metric.
     *
     * @param flags by class, then by row: whether the row has it
     * @param scores by class, then by row
     */
    static MetricResult result(byte[][] flags, double[][] scores, double @Nullable [][] baseline, double confidence) {
        MeanArea model = area(flags, scores);
        Interval interval = Double.isNaN(model.area()) ? null : model.interval(confidence);
        MetricResult result = new MetricResult(ID, true, model.area(), interval, note(model.area(), interval), null);
        if (baseline == null) {
            return result;
        }
        MeanArea other = area(flags, baseline);
        double difference = model.area() - other.area();
        Interval between = Double.isNaN(difference) ? null : model.intervalOfDifference(other, confidence);
        return result.with(
                new Comparison(other.area(), difference, between, Double.NaN, null, note(difference, between)));
    }

    private static @Nullable String note(double value, @Nullable Interval interval) {
        return interval != null ? null : Double.isNaN(value) ? UNDEFINED : NO_INTERVAL;
    }

    private static MeanArea area(byte[][] flags, double[][] scores) {
        List<BinaryScores> classes = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            classes.add(BinaryScores.of(flags[i], scores[i]));
        }
        return MeanArea.of(classes);
    }
}
