package io.weir.evaluation.metric;

import java.util.List;

/**
 * Rows whose metrics are functions of sums over them, such as RMSE, F1 of a class, or the mean NDCG of queries: what slices,
 * baselines and intervals of all tasks but the binary one are made of.
 */
public interface SummedRows {
    /** How many there are. */
    int size();

    /** How many sums a row adds to. */
    int width();

    /**
     * Adds a row's part of every sum.
     *
     * @param offset the place of the first of {@link #width} sums
     */
    void addTo(double[] sums, int offset, int row);

    /** How much the model loses on a row, higher being worse: what the search for the weakest parts looks at. */
    double loss(int row);

    /** The metrics; their formulas take {@link #width} sums. */
    List<SummedMetric> metrics();

    /** Some of the rows. */
    default SummedRows only(int[] rows) {
        return new RowSubset(this, rows);
    }
}
