package io.weir.evaluation.interval;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.stream.IntStream;

/** Rows from the highest score down with what every scan reads of them side by side: 9 bytes a row beyond the order. */
final class SortedRows {
    private static final int BLOCK = 1 << 14;

    private final BinaryScores scores;
    private final ScoreOrder order;
    private final byte[] labels;
    private final double[] losses;

    SortedRows(BinaryScores scores, ScoreOrder order) {
        this.scores = scores;
        this.order = order;
        this.labels = new byte[order.size()];
        this.losses = new double[scores.areProbabilities() ? order.size() : 0];
        IntStream.rangeClosed(0, order.size() / BLOCK).parallel().forEach(this::fill);
    }

    private void fill(int block) {
        int to = Math.min(order.size(), (block + 1) * BLOCK);
        for (int place = block * BLOCK; place < to; place++) {
            labels[place] = (byte) scores.label(order.row(place));
            if (losses.length > 0) {
                losses[place] = scores.logLoss(order.row(place));
            }
        }
    }

    int size() {
        return labels.length;
    }

    int row(int place) {
        return order.row(place);
    }

    void add(int place, BinaryScan scan) {
        double loss = losses.length > 0 ? losses[place] : Double.NaN;
        scan.add(order.score(place), labels[place], scores.weight(order.row(place)), loss);
    }
}
