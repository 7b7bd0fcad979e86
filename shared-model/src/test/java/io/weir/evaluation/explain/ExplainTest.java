package io.weir.evaluation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.interval.SplitMix;
import io.weir.evaluation.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final int ROWS = 800;
    private static final List<String> FEATURES = List.of("strong", "weak", "unused");

    private final double[][] rows = new double[ROWS][3];
    private final byte[] labels = new byte[ROWS];

    /** A linear model, whose Shapley values are known: weight times distance from the background's mean. */
    private static double[] linear(double[][] rows) {
        double[] scores = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            scores[row] = 3 * zeroIfMissing(rows[row][0]) + 0.5 * zeroIfMissing(rows[row][1]);
        }
        return scores;
    }

    ExplainTest() {
        Random random = new Random(6);
        for (int row = 0; row < ROWS; row++) {
            for (int feature = 0; feature < 3; feature++) {
                rows[row][feature] = random.nextGaussian();
            }
            double logit = 3 * rows[row][0] + 0.5 * rows[row][1];
            labels[row] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
        }
    }

    @Test
    void shouldOrderFeaturesByWhatShufflingThemCosts() {
        List<Importance> importances = PermutationImportance.of(ExplainTest::linear, rows, labels, FEATURES, 5, 1);

        assertThat(importances.get(0).value()).isGreaterThan(0.2);
        assertThat(importances.get(1).value()).isBetween(0.0, 0.1);
        assertThat(importances.get(2).value()).isZero();
        assertThat(importances.get(0).deviation()).isBetween(0.0, 0.05);
    }

    @Test
    void shouldGiveALinearModelsShapleyValues() {
        double[][] background = {{0, 0, 0}};

        double[] values =
                ShapleySampling.values(ExplainTest::linear, new double[] {2, -1, 5}, background, 2, new SplitMix(1, 1));

        assertThat(values).containsExactly(new double[] {6, -0.5, 0}, within(1e-12));
    }

    @Test
    void shouldShareAnInteractionHalfAndHalf() {
        Model product = rows -> {
            double[] scores = new double[rows.length];
            Arrays.setAll(scores, row -> rows[row][0] * rows[row][1]);
            return scores;
        };

        double[] values = ShapleySampling.values(
                product, new double[] {2, 3}, new double[][] {{0, 0}}, 4_000, new SplitMix(1, 1));

        assertThat(values[0] + values[1]).isCloseTo(6, within(1e-9));
        assertThat(values[0]).isCloseTo(3, within(0.2));
    }

    @Test
    void shouldSayHowFarDisturbancesLowerTheArea() {
        assertThat(Robustness.againstNoise(ExplainTest::linear, rows, labels, 0.01, 0.01, 1)
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(Robustness.againstNoise(ExplainTest::linear, rows, labels, 5, 0.01, 1)
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(Robustness.againstMissing(ExplainTest::linear, rows, labels, 0.5, 0.01, 1)
                        .reason())
                .startsWith("with 50 % of the values missing the ROC AUC is 0.");
    }

    @Test
    void shouldNotBelieveAModelThatLiesAboutItsShape() {
        Model liar = rows -> new double[] {0.5};

        assertThatThrownBy(() -> PermutationImportance.of(liar, rows, labels, FEATURES, 2, 1))
                .hasMessage("the model gave 1 scores for 800 rows");
    }

    private static double zeroIfMissing(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
