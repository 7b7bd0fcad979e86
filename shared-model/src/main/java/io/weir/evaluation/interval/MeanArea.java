package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of several areas of the same rows, such as of each class against the rest: areas under ROC curves with DeLong's variance,
 * or average precision with that of its influences. Influences are added row by row, so that what classes share is counted.
 *
 * <p>A sort and a pass for each area; 24 bytes a row at a time.
 */
public final class MeanArea {
    private final double area;
    private final double[] influences;
    private final String method;

    private MeanArea(double area, double[] influences, String method) {
        this.area = area;
        this.method = method;
        this.influences = influences;
    }

    /**
     * The mean area under ROC curves.
     *
     * @param classes at least one, all of the same rows and without weights
     */
    public static MeanArea of(List<BinaryScores> classes) {
        double[] influences = new double[classes.getFirst().size()];
        double sum = 0;
        for (BinaryScores each : classes) {
            DeLong area = new DeLong(each, ScoreOrder.of(each));
            sum += area.auc() / classes.size();
            area.addInfluences(influences, 1.0 / classes.size());
        }
        return new MeanArea(sum, influences, "DeLong");
    }

    /**
     * The mean average precision.
     *
     * @param classes at least one, all of the same rows and without weights
     */
    public static MeanArea ofPrecision(List<BinaryScores> classes) {
        double[] influences = new double[classes.getFirst().size()];
        double sum = 0;
        for (BinaryScores each : classes) {
            PrecisionArea area = new PrecisionArea(each);
            sum += area.value() / classes.size();
            area.addInfluences(influences, 1.0 / classes.size());
        }
        return new MeanArea(sum, influences, "influences");
    }

    /** The mean; NaN if a class has no rows, or, of ROC curves, all. */
    public double area() {
        return area;
    }

    /** On the logit scale; null if the area does not vary, or a class has too few rows: two for ROC curves, ten for precision. */
    public @Nullable Interval interval(double confidence) {
        double deviation = deviation(influences);
        if (!(area > 0 && area < 1 && deviation > 0) || Double.isInfinite(deviation)) {
            return null;
        }
        double logit = Math.log(area / (1 - area));
        double half = DeLong.quantile(confidence) * deviation / (area * (1 - area));
        return new Interval(
                DeLong.sigmoid(logit - half), DeLong.sigmoid(logit + half), confidence, method + ", mean, logit");
    }

    /** Of this mean less another model's on the same rows; null as {@link #interval} is. */
    public @Nullable Interval intervalOfDifference(MeanArea other, double confidence) {
        double[] both = new double[influences.length];
        for (int row = 0; row < both.length; row++) {
            both[row] = influences[row] - other.influences[row];
        }
        double half = DeLong.quantile(confidence) * deviation(both);
        double difference = area - other.area;
        return half > 0 && half < Double.POSITIVE_INFINITY
                ? new Interval(difference - half, difference + half, confidence, method + ", mean, paired")
                : null;
    }

    private static double deviation(double[] influences) {
        double squares = 0;
        for (double influence : influences) {
            squares += influence * influence;
        }
        return Double.isNaN(squares) ? Double.POSITIVE_INFINITY : Math.sqrt(squares);
    }
}
