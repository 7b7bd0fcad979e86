package io.weir.evaluation.metric;

import java.util.List;

/** Some rows of others. */
record RowSubset(SummedRows of, int[] rows) implements SummedRows {
    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int width() {
        return of.width();
    }

    @Override
    public void addTo(double[] sums, int offset, int row) {
        of.addTo(sums, offset, rows[row]);
    }

    @Override
    public double loss(int row) {
        return of.loss(rows[row]);
    }

    @Override
    public List<SummedMetric> metrics() {
        return of.metrics();
    }
}
