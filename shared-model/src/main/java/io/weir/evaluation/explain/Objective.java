package io.weir.evaluation.explain;

import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Difference;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.metric.Metric;
import io.weir.evaluation.metric.Regression;
import io.weir.evaluation.metric.RegressionRows;

/** The labels of some rows and the metric by which scores for them are judged. */
public interface Objective {
    /** The metric. */
    Metric metric();

    /** Its value of these scores, NaN if they do not define it. */
    double value(double[] scores);

    /** How far it changed from scores that were given before, on the same rows. */
    Difference change(double[] scores, double[] before, BootstrapSettings settings);

    /** How much worse one value is than another, whichever way the metric goes. */
    default double loss(double before, double after) {
        return metric().higherIsBetter() ? before - after : after - before;
    }

    /**
     * Of one of two classes.
     *
     * @param labels 0 or 1
     * @param decision score from which on label 1 is predicted
     */
    static Objective binary(byte[] labels, BinaryMetric metric, double decision) {
        return new BinaryObjective(labels, metric, decision);
    }

    /**
     * Of predicted numbers.
     *
     * @param metric id of a metric of regression
     * @throws IllegalArgumentException if there is no such metric, naming all that there are
     */
    static Objective regression(double[] labels, String metric) {
        return SummedObjective.of(scores -> new RegressionRows(new Regression(labels, scores, null)), labels, metric);
    }
}
