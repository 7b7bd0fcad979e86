package io.weir.evaluation.interval;

import java.util.ArrayList;
import java.util.List;

/** Sums groups of equal score into cells: one for each bin and label, or for few rows with weights one for each row. */
final class CellCollector {
    private final ModelCells model;
    private final double[] rows;
    private final double[] weight;
    private final double[] squares;
    private final boolean exact;
    private final List<double[]> kept = new ArrayList<>(0);
    private double logLoss;
    private double squaredError;
    private int lastBin = -1;

    CellCollector(int capacity, boolean exact, boolean probabilities) {
        this.model = new ModelCells(capacity, probabilities);
        this.rows = new double[capacity];
        this.weight = new double[capacity];
        this.squares = new double[capacity];
        this.exact = exact;
    }

    /** Whether rows with weights of their own become cells of their own. */
    boolean keepsRows() {
        return exact;
    }

    /** Remembers a row of the present group. */
    void keep(int label, double rowWeight) {
        kept.add(new double[] {label, rowWeight});
    }

    /** Adds the rows of one score and label. */
    void add(int bin, int label, double addedRows, double addedWeight, double addedSquares, double score) {
        double loss = model.probabilities ? BinaryScan.logLoss(label, score) : Double.NaN;
        double error = model.probabilities ? (label - score) * (label - score) : Double.NaN;
        if (exact && !kept.isEmpty()) {
            for (double[] row : kept) {
                if (row[0] == label) {
                    put(model.size, bin, label, 1, row[1], row[1] * row[1], loss, error);
                }
            }
            kept.removeIf(row -> row[0] == label);
        } else {
            put(cellOf(bin, label), bin, label, addedRows, addedWeight, addedSquares, loss, error);
        }
    }

    private int cellOf(int bin, int label) {
        // The cells of the present bin are the last two at most.
        for (int cell = model.size - 1; bin == lastBin && cell >= Math.max(0, model.size - 2); cell--) {
            if (model.bin[cell] == bin && model.label[cell] == label) {
                return cell;
            }
        }
        return model.size;
    }

    private void put(int cell, int bin, int label, double n, double w, double w2, double loss, double error) {
        if (cell == model.size) {
            model.size++;
            model.bin[cell] = bin;
            model.label[cell] = (byte) label;
            lastBin = bin;
        }
        rows[cell] += n;
        weight[cell] += w;
        squares[cell] += w2;
        // Sums until the end, then means.
        model.logLoss[cell] += w * loss;
        model.logLossVariance[cell] += w * loss * loss;
        model.squaredError[cell] += w * error;
        model.squaredErrorVariance[cell] += w * error * error;
    }

    /** Sums become means and variances. */
    ModelCells finish(BinRule rule) {
        model.bins = rule.bins();
        model.firstBelow = rule.firstBelow();
        for (int cell = 0; cell < model.size; cell++) {
            logLoss += model.logLoss[cell];
            squaredError += model.squaredError[cell];
            toMoments(model.logLoss, model.logLossVariance, cell);
            toMoments(model.squaredError, model.squaredErrorVariance, cell);
        }
        return model;
    }

    private void toMoments(double[] sums, double[] sumsOfSquares, int cell) {
        double w = weight[cell];
        sums[cell] = w > 0 ? sums[cell] / w : 0;
        double spread = w > 0 ? sumsOfSquares[cell] / w - sums[cell] * sums[cell] : 0;
        // Drawn weights have variance squares / weight for each unit of weight, and so has what they carry.
        sumsOfSquares[cell] = w > 0 ? Math.max(0, spread) * squares[cell] / w : 0;
    }

    Resampler resampler() {
        return new Resampler(model.size, rows, weight, squares);
    }

    double logLoss() {
        return logLoss;
    }

    double squaredError() {
        return squaredError;
    }
}
