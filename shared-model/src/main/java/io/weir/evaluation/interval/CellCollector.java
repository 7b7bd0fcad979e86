package io.weir.evaluation.interval;

import java.util.Arrays;

/** Sums groups of equal score into cells: one for each bin and label, or for few rows with weights one for each row. */
final class CellCollector {
    private static final int ROWS = 0;
    private static final int WEIGHT = 1;
    private static final int SQUARES = 2;
    private static final int LOSS = 3;
    private static final int LOSS_SQUARES = 4;
    private static final int ERROR = 5;
    private static final int ERROR_SQUARES = 6;
    private static final int SUMS = 7;

    private final ModelCells model;
    private final double[] rows;
    private final double[] weight;
    private final double[] squares;
    /** Sums of the present bin, by label. */
    private final double[][] open = new double[2][SUMS];

    private int bin;
    private double logLoss;
    private double squaredError;

    CellCollector(int capacity, boolean probabilities) {
        this.model = new ModelCells(capacity, probabilities);
        this.rows = new double[capacity];
        this.weight = new double[capacity];
        this.squares = new double[capacity];
    }

    /** Adds rows of one label in a bin that is not before the one of the call before. */
    void add(
            int atBin,
            int label,
            double addedRows,
            double addedWeight,
            double addedSquares,
            double loss,
            double error) {
        if (atBin != bin) {
            close();
            bin = atBin;
        }
        double[] sums = open[label];
        sums[ROWS] += addedRows;
        sums[WEIGHT] += addedWeight;
        sums[SQUARES] += addedSquares;
        sums[LOSS] += addedWeight * loss;
        sums[LOSS_SQUARES] += addedWeight * loss * loss;
        sums[ERROR] += addedWeight * error;
        sums[ERROR_SQUARES] += addedWeight * error * error;
    }

    /** Adds a row as a cell of its own. */
    void addAlone(int atBin, int label, double rowWeight, double loss, double error) {
        add(atBin, label, 1, rowWeight, rowWeight * rowWeight, loss, error);
        close();
    }

    private void close() {
        for (int label = 0; label < 2; label++) {
            double[] sums = open[label];
            if (sums[ROWS] > 0) {
                close(label, sums);
                Arrays.fill(sums, 0);
            }
        }
    }

    private void close(int label, double[] sums) {
        int cell = model.size++;
        model.bin[cell] = bin;
        model.label[cell] = (byte) label;
        rows[cell] = sums[ROWS];
        weight[cell] = sums[WEIGHT];
        squares[cell] = sums[SQUARES];
        logLoss += sums[LOSS];
        squaredError += sums[ERROR];
        if (sums[WEIGHT] > 0) {
            model.logLoss[cell] = sums[LOSS] / sums[WEIGHT];
            model.logLossVariance[cell] = spread(sums, LOSS_SQUARES, model.logLoss[cell]);
            model.squaredError[cell] = sums[ERROR] / sums[WEIGHT];
            model.squaredErrorVariance[cell] = spread(sums, ERROR_SQUARES, model.squaredError[cell]);
        }
    }

    /** Drawn weights have variance squares / weight for each unit of weight, and so has what they carry. */
    private static double spread(double[] sums, int of, double mean) {
        return Math.max(0, sums[of] / sums[WEIGHT] - mean * mean) * sums[SQUARES] / sums[WEIGHT];
    }

    ModelCells finish(BinRule rule) {
        close();
        model.bins = rule.bins();
        model.firstBelow = rule.firstBelow();
        return model;
    }

    Resampler resampler() {
        return new Resampler(model.size, rows, weight, squares);
    }

    double logLoss() {
        return model.probabilities ? logLoss : Double.NaN;
    }

    double squaredError() {
        return model.probabilities ? squaredError : Double.NaN;
    }
}
