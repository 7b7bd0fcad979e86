package io.weir.evaluation.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.metric.BinaryScores;
import io.weir.evaluation.metric.ScoreOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeLongTest {
    private static final byte[] LABELS = {0, 0, 1, 1, 0, 1};
    private static final double[] FIRST = {0.1, 0.4, 0.35, 0.8, 0.4, 0.4};
    private static final double[] SECOND = {0.3, 0.2, 0.6, 0.5, 0.55, 0.9};

    @Test
    void shouldBeTheVarianceOfPlacementValues() {
        // By hand: placements of label 1 are 1/3, 1, 2/3; of label 0 1, 1/2, 1/2.
        DeLong first = delong(FIRST);

        assertThat(first.auc()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(first.variance()).isCloseTo((1.0 / 9) / 3 + (1.0 / 12) / 3, within(1e-15));
    }

    @Test
    void shouldAgreeWithTheDefinitionByPairs() {
        Random random = new Random(5);
        int rows = 200;
        byte[] labels = new byte[rows];
        double[] a = new double[rows];
        double[] b = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = (byte) (row % 3 == 0 ? 1 : 0);
            a[row] = Math.round(5 * (random.nextGaussian() + labels[row]));
            b[row] = a[row] + Math.round(3 * random.nextGaussian());
        }
        BinaryScores first = BinaryScores.of(labels, a);
        BinaryScores second = BinaryScores.of(labels, b);

        double variance =
                new DeLong(first, ScoreOrder.of(first)).varianceOfDifference(new DeLong(second, ScoreOrder.of(second)));

        assertThat(variance).isCloseTo(varianceByPairs(labels, a, b), within(1e-12));
    }

    @Test
    void shouldFindNoDifferenceBetweenAModelAndItself() {
        DeLong first = delong(FIRST);

        assertThat(first.pValue(delong(FIRST))).isEqualTo(1);
        assertThat(first.intervalOfDifference(delong(FIRST), 0.95).high()).isZero();
        assertThat(first.pValue(delong(SECOND))).isBetween(0.0, 1.0);
    }

    private static DeLong delong(double[] scores) {
        BinaryScores rows = BinaryScores.of(LABELS, scores);
        return new DeLong(rows, ScoreOrder.of(rows));
    }

    private static double varianceByPairs(byte[] labels, double[] a, double[] b) {
        int rows = labels.length;
        double[] difference = new double[rows];
        double[] counts = new double[2];
        for (int i = 0; i < rows; i++) {
            counts[labels[i]]++;
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < rows; j++) {
                if (labels[i] == 1 && labels[j] == 0) {
                    double pair = half(a[i], a[j]) - half(b[i], b[j]);
                    difference[i] += pair / counts[0];
                    difference[j] += pair / counts[1];
                }
            }
        }
        double variance = 0;
        for (int label = 0; label < 2; label++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < rows; i++) {
                if (labels[i] == label) {
                    sum += difference[i];
                    squares += difference[i] * difference[i];
                }
            }
            double n = counts[label];
            variance += (squares - sum * sum / n) / (n - 1) / n;
        }
        return variance;
    }

    private static double half(double positive, double negative) {
        return positive > negative ? 1 : positive == negative ? 0.5 : 0;
    }
}
