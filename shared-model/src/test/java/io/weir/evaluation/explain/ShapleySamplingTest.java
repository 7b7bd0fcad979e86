package io.weir.evaluation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.interval.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapleySamplingTest {
    private static double[] each(double[][] rows, java.util.function.ToDoubleFunction<double[]> score) {
        return Arrays.stream(rows).mapToDouble(score).toArray();
    }

    @Test
    void shouldGiveALinearModelsValues() {
        Model linear = rows -> each(rows, row -> 3 * row[0] + 0.5 * row[1]);

        ShapleyValues values = ShapleySampling.values(
                linear, new double[] {2, -1, 5}, new double[][] {{1, 1, 1}}, 2, new SplitMix(1, 1));

        assertThat(values.values()).containsExactly(new double[] {3, -1, 0}, within(1e-12));
        assertThat(values.errors()).containsExactly(new double[] {0, 0, 0}, within(1e-12));
        assertThat(values.base()).isCloseTo(3.5, within(1e-12));
    }

    @Test
    void shouldCallWithNoMoreRowsThanMemoryIsMeantFor() {
        int features = 700;
        List<Integer> calls = new ArrayList<>();
        Model linear = rows -> {
            calls.add(rows.length);
            return each(rows, row -> Arrays.stream(row).sum());
        };
        double[] row = new double[features];
        Arrays.setAll(row, feature -> feature);

        ShapleyValues values =
                ShapleySampling.values(linear, row, new double[][] {new double[features]}, 5, new SplitMix(1, 1));

        assertThat(calls).containsExactly(2 * 2 * features, 2 * 2 * features, 2 * features);
        assertThat(values.values()).containsExactly(row, within(1e-9));
    }

    @Test
    void shouldShareAnInteractionOfTwoExactly() {
        Model product = rows -> each(rows, row -> row[0] * row[1]);

        ShapleyValues values =
                ShapleySampling.values(product, new double[] {2, 3}, new double[][] {{0, 0}}, 2, new SplitMix(1, 1));

        // One order gives all to the first, its reverse all to the second.
        assertThat(values.values()).containsExactly(new double[] {3, 3}, within(1e-12));
    }

    @Test
    void shouldExplainAModelOfOneFeature() {
        Model square = rows -> each(rows, row -> row[0] * row[0]);

        ShapleyValues values =
                ShapleySampling.values(square, new double[] {3}, new double[][] {{1}}, 2, new SplitMix(1, 1));

        assertThat(values.values()).containsExactly(8);
    }

    /** Shapley's definition over all orders and background rows. */
    private static double[] exact(Model model, double[] row, double[][] background) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double[] values = new double[3];
        for (double[] from : background) {
            for (int[] order : orders) {
                double[] current = from.clone();
                for (int feature : order) {
                    double before = model.scores(new double[][] {current})[0];
                    current[feature] = row[feature];
                    values[feature] +=
                            (model.scores(new double[][] {current})[0] - before) / (orders.length * background.length);
                }
            }
        }
        return values;
    }

    @Test
    void shouldEstimateTheDefinitionWithTheErrorThatItStates() {
        Random random = new Random(3);
        double[][] background = new double[20][3];
        for (double[] row : background) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        Model model = rows -> each(rows, row -> row[0] * row[1] * row[2] + Math.max(row[0], row[2]) - row[1] * row[1]);
        double[] row = {1.5, -0.5, 2};
        double[] exact = exact(model, row, background);

        double[] squares = new double[3];
        double[] stated = new double[3];
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            ShapleyValues values = ShapleySampling.values(model, row, background, 50, new SplitMix(trial, 0));
            double sum = Arrays.stream(values.values()).sum() + values.base();
            assertThat(sum).isCloseTo(model.scores(new double[][] {row})[0], within(1e-9));
            for (int feature = 0; feature < 3; feature++) {
                squares[feature] += Math.pow(values.values()[feature] - exact[feature], 2);
                stated[feature] += Math.pow(values.errors()[feature], 2);
            }
        }

        for (int feature = 0; feature < 3; feature++) {
            // A mean of 400 squares is within 4 · √(2/400) = 0.28 of its expectation.
            assertThat(squares[feature] / stated[feature]).isCloseTo(1, within(0.28));
        }
    }

    @Test
    void shouldAverageOverRows() {
        Model linear = rows -> each(rows, row -> 2 * row[0] - row[1]);
        FeatureTable rows = new FeatureTable(
                List.of(Feature.number("a"), Feature.number("b")), new double[][] {{1, 0}, {-3, 0}, {2, 0}});

        List<Importance> importances = ShapleySampling.of(linear, rows, new double[][] {{0, 0}}, 2, 1);

        assertThat(importances.get(0).value()).isCloseTo(4, within(1e-12));
        // Absolute values 2, 6 and 4 have a deviation of 2.
        assertThat(importances.get(0).deviation()).isCloseTo(2 / Math.sqrt(3), within(1e-12));
        assertThat(importances.get(1).value()).isZero();
    }

    @Test
    void shouldRefuseTooFewPairs() {
        assertThatThrownBy(() -> ShapleySampling.values(
                        rows -> new double[rows.length], new double[1], new double[][] {{0}}, 1, new SplitMix(1, 1)))
                .hasMessage("pairs is 1 and the background has 1 rows; at least 2 pairs and 1 row are needed");
    }
}
