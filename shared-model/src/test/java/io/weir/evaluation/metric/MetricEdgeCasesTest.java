package io.weir.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricEdgeCasesTest {
    @Test
    void shouldNameTheRowOfANaN() {
        assertThatThrownBy(() -> BinaryScores.of(new byte[] {0, 1}, new double[] {0.1, Double.NaN}))
                .isInstanceOf(InvalidPredictionsException.class)
                .hasMessage("the score of row 1 is NaN, must be a number; drop the row or repair what wrote it");
        assertThatThrownBy(() -> new Regression(new double[] {1, 2}, new double[] {1, Double.POSITIVE_INFINITY}, null))
                .hasMessageContaining("the prediction of row 1 is Infinity");
    }

    @Test
    void shouldRefuseLabelsThatAreNeitherZeroNorOne() {
        assertThatThrownBy(() -> BinaryScores.of(new byte[] {0, 2}, new double[] {0.1, 0.2}))
                .hasMessageContaining("the label of row 1 is 2, must be 0 or 1");
    }

    @Test
    void shouldRefuseNoRowsAndUnequalLengths() {
        assertThatThrownBy(() -> BinaryScores.of(new byte[0], new double[0]))
                .hasMessageContaining("no row to evaluate");
        assertThatThrownBy(() -> BinaryScores.of(new byte[2], new double[3]))
                .hasMessageContaining("3 values of the score for 2 rows");
    }

    @Test
    void shouldRefuseWeightsThatAreNegativeOrAllZero() {
        assertThatThrownBy(() -> BinaryScores.weighted(new byte[2], new double[2], new double[] {1, -1}))
                .hasMessageContaining("the weight of row 1 is -1.0");
        assertThatThrownBy(() -> BinaryScores.weighted(new byte[2], new double[2], new double[2]))
                .hasMessageContaining("every weight is 0");
    }

    @Test
    void shouldLeaveUndefinedWhatHasNoDenominator() {
        Confusion nothingPredicted = new Confusion(0, 0, 5, 5);

        assertThat(nothingPredicted.precision()).isNaN();
        assertThat(nothingPredicted.fBeta(1)).isZero();
        assertThat(nothingPredicted.matthews()).isNaN();
        assertThat(new Confusion(5, 0, 0, 0).specificity()).isNaN();
    }

    @Test
    void shouldOrderSignedZerosAlikeAndInfinitiesLast() {
        double[] scores = {0.0, -0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -1e300, 1e-300};
        ScoreOrder order = ScoreOrder.of(BinaryScores.of(new byte[6], scores));

        assertThat(IntStream.range(0, 6).map(order::row)).containsExactly(3, 5, 0, 1, 4, 2);
        assertThat(order.tiesWithPrevious(3)).isTrue();
        assertThat(order.score(5)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void shouldRankOneQuery() {
        Ranking ranking = new Ranking(new double[] {0, 1, 0, 1}, new double[] {0.9, 0.8, 0.7, 0.1});

        assertThat(ranking.averagePrecision(4)).isCloseTo((1.0 / 2 + 2.0 / 4) / 2, within(1e-15));
        assertThat(ranking.reciprocalRank(4)).isEqualTo(0.5);
        assertThat(ranking.reciprocalRank(1)).isZero();
        assertThat(ranking.precisionAt(2)).isEqualTo(0.5);
        assertThat(new Ranking(new double[2], new double[2]).ndcg(2)).isNaN();
    }

    @Test
    void shouldScaleForecastErrorsByTheNaiveForecast() {
        double[] history = {1, 3, 2, 4};

        // The naive forecast is wrong by 2, 1 and 2; this one by 1 and 0.
        assertThat(Forecasts.mase(new double[] {5, 6}, new double[] {4, 6}, history, 1))
                .isCloseTo(0.5 / (5.0 / 3), within(1e-15));
        assertThat(Forecasts.mase(new double[] {5}, new double[] {4}, new double[] {2, 2, 2}, 1))
                .isNaN();
        assertThat(Forecasts.coverage(new double[] {1, 5}, new double[] {0, 0}, new double[] {1, 4}))
                .isEqualTo(0.5);
    }

    @Test
    void shouldSplitTheBrierScore() {
        double[] scores = {0.2, 0.2, 0.2, 0.8, 0.8};
        Calibration calibration = Calibration.equalWidth(BinaryScores.of(new byte[] {0, 0, 1, 1, 0}, scores), 10);
        double brier = (0.04 + 0.04 + 0.64 + 0.04 + 0.64) / 5;

        assertThat(calibration.reliability() - calibration.resolution() + calibration.uncertainty())
                .isCloseTo(brier, within(1e-15));
    }

    @Test
    void shouldKeepEqualScoresInOneBin() {
        double[] scores = {0.5, 0.5, 0.5, 0.5, 0.5, 0.9};
        BinaryScores rows = BinaryScores.of(new byte[] {0, 1, 0, 1, 0, 1}, scores);

        assertThat(Calibration.equalMass(rows, ScoreOrder.of(rows), 3).bins())
                .extracting(Calibration.Bin::weight)
                .containsExactly(5.0, 1.0);
    }
}
