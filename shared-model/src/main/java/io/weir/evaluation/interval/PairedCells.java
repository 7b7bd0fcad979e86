package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.Arrays;

/**
 * Rows that two models rank, in cells of equal label and neighbouring rank with both: what is drawn counts for both, so
 * that the models' common luck cancels. Few rows are a cell each.
 */
final class PairedCells {
    /** More cells take longer than the finer bins are worth; the coarsest bins never make as many. */
    private static final int MOST_CELLS = 1 << 16;

    private static final int COARSEST = 128;

    final ModelCells first;
    final ModelCells second;
    final Resampler resampler;
    /** Of the first model's loss less the second's, within each cell. */
    final double[] logLossVariance;

    final double[] squaredErrorVariance;

    private PairedCells(Cut cut, BinaryScores a, BinaryScores b) {
        int cells = cut.cells();
        Sums sums = new Sums(cells, cut.cellOfRow(), a, b);
        this.first = sums.model(0, cut.first(), a);
        this.second = sums.model(1, cut.second(), b);
        this.logLossVariance = sums.variances(2);
        this.squaredErrorVariance = sums.variances(3);
        this.resampler = new Resampler(cells, sums.rows, sums.weight, sums.squares);
    }

    /** Cells of both models' scores for the same rows. */
    static PairedCells of(BinaryScores a, ScoreOrder orderA, BinaryScores b, ScoreOrder orderB, double threshold) {
        if (a.size() <= Resampler.EXACT_ROWS) {
            int[] each = new int[a.size()];
            Arrays.setAll(each, row -> row);
            RankBins binsA = RankBins.of(a, orderA, threshold, 0);
            RankBins binsB = RankBins.of(b, orderB, threshold, 0);
            return new PairedCells(new Cut(binsA, binsB, each, a.size()), a, b);
        }
        int steps = BinaryScan.STEPS;
        Cut cut = Cut.of(RankBins.of(a, orderA, threshold, steps), RankBins.of(b, orderB, threshold, steps), a);
        while (cut.cells() > MOST_CELLS && steps > COARSEST) {
            steps /= 2;
            cut = Cut.of(RankBins.of(a, orderA, threshold, steps), RankBins.of(b, orderB, threshold, steps), a);
        }
        return new PairedCells(cut, a, b);
    }

    /** Both models' bins and the cell of each row. */
    private record Cut(RankBins first, RankBins second, int[] cellOfRow, int cells) {
        static Cut of(RankBins first, RankBins second, BinaryScores rows) {
            int[] cellOf = new int[2 * first.bins() * second.bins()];
            int[] cellOfRow = new int[rows.size()];
            int cells = 0;
            for (int row = 0; row < cellOfRow.length; row++) {
                int key = 2 * (first.ofRow()[row] * second.bins() + second.ofRow()[row]) + rows.label(row);
                if (cellOf[key] == 0) {
                    cellOf[key] = ++cells;
                }
                cellOfRow[row] = cellOf[key] - 1;
            }
            return new Cut(first, second, cellOfRow, cells);
        }
    }

    /** Sums by cell of what the rows in it have. */
    private static final class Sums {
        final double[] rows;
        final double[] weight;
        final double[] squares;
        private final int[] cellOfRow;
        private final double[][] values = new double[6][];

        Sums(int cells, int[] cellOfRow, BinaryScores a, BinaryScores b) {
            this.cellOfRow = cellOfRow;
            this.rows = new double[cells];
            this.weight = new double[cells];
            this.squares = new double[cells];
            Arrays.setAll(values, i -> new double[cells]);
            for (int row = 0; row < cellOfRow.length; row++) {
                add(row, a, b);
            }
        }

        private void add(int row, BinaryScores a, BinaryScores b) {
            int cell = cellOfRow[row];
            double w = a.weight(row);
            int label = a.label(row);
            rows[cell]++;
            weight[cell] += w;
            squares[cell] += w * w;
            double lossA = a.logLoss(row);
            double lossB = b.logLoss(row);
            double errorA = (label - a.score(row)) * (label - a.score(row));
            double errorB = (label - b.score(row)) * (label - b.score(row));
            values[0][cell] += w * lossA;
            values[1][cell] += w * lossB;
            values[2][cell] += w * (lossA - lossB) * (lossA - lossB);
            values[3][cell] += w * (errorA - errorB) * (errorA - errorB);
            values[4][cell] += w * errorA;
            values[5][cell] += w * errorB;
        }

        ModelCells model(int which, RankBins bins, BinaryScores scores) {
            ModelCells model = new ModelCells(rows.length, scores.areProbabilities());
            model.size = rows.length;
            model.bins = bins.bins();
            model.firstBelow = bins.firstBelow();
            for (int row = 0; row < cellOfRow.length; row++) {
                model.label[cellOfRow[row]] = (byte) scores.label(row);
                model.bin[cellOfRow[row]] = bins.ofRow()[row];
            }
            for (int cell = 0; cell < rows.length; cell++) {
                model.logLoss[cell] = weight[cell] > 0 ? values[which][cell] / weight[cell] : 0;
                model.squaredError[cell] = weight[cell] > 0 ? values[4 + which][cell] / weight[cell] : 0;
            }
            return model;
        }

        double[] variances(int of) {
            double[] variances = new double[rows.length];
            int offset = of == 2 ? 0 : 4;
            for (int cell = 0; cell < variances.length; cell++) {
                if (weight[cell] > 0) {
                    double mean = (values[offset][cell] - values[offset + 1][cell]) / weight[cell];
                    double spread = values[of][cell] / weight[cell] - mean * mean;
                    variances[cell] = Math.max(0, spread) * squares[cell] / weight[cell];
                }
            }
            return variances;
        }
    }
}
