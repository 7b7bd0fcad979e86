package io.weir.evaluation;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.slice.SliceColumn;
import io.weir.evaluation.slice.WeakSlice;
import io.weir.evaluation.slice.WeakestSlices;
import java.util.List;

/**
 * How the weakest slices are searched.
 *
 * @param columns to look at
 * @param leastRows of a slice
 * @param depth conditions of a slice at most
 * @param most slices that are shown at most
 * @param alpha the corrected p-value that a slice may have at most
 */
public record WeakSearch(List<SliceColumn> columns, int leastRows, int depth, int most, double alpha) {
    /** Slices that are shown unless told otherwise. */
    public static final int DEFAULT_MOST = 10;

    /** The customary level. */
    public static final double DEFAULT_ALPHA = 0.05;

    /** Copies the list. */
    public WeakSearch {
        columns = List.copyOf(columns);
    }

    /** With defaults. */
    public static WeakSearch over(List<SliceColumn> columns) {
        return new WeakSearch(
                columns, WeakestSlices.DEFAULT_LEAST_ROWS, WeakestSlices.DEFAULT_DEPTH, DEFAULT_MOST, DEFAULT_ALPHA);
    }

    /** By log loss if scores are probabilities, else by the share of wrong predictions. */
    List<WeakSlice> find(BinaryScores scores, double threshold) {
        double[] losses = new double[scores.size()];
        for (int row = 0; row < losses.length; row++) {
            losses[row] = scores.areProbabilities()
                    ? scores.logLoss(row)
                    : scores.score(row) >= threshold == (scores.label(row) == 1) ? 0 : 1;
        }
        return find(losses);
    }

    /** By any loss of the rows. */
    List<WeakSlice> find(double[] losses) {
        return WeakestSlices.find(losses, columns, leastRows, depth, most, alpha);
    }
}
