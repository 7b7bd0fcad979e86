package io.weir.evaluation.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.evaluation.check.Finding;
import io.weir.evaluation.explain.Disturbance.Kind;
import io.weir.evaluation.interval.BootstrapSettings;
import io.weir.evaluation.interval.Interval;
import io.weir.evaluation.metric.BinaryMetric;
import io.weir.evaluation.verdict.Verdict;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private static final int ROWS = 800;
    private static final BootstrapSettings SETTINGS = BootstrapSettings.defaults();
    private static final List<String> ALL = List.of("strong", "weak", "unused");

    private final double[][] rows = new double[ROWS][3];
    private final byte[] labels = new byte[ROWS];
    private final FeatureTable table = new FeatureTable(
            List.of(Feature.number("strong"), Feature.number("weak"), Feature.category("unused", List.of("a", "b"))),
            rows);

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
            rows[row][0] = random.nextGaussian();
            rows[row][1] = random.nextGaussian();
            rows[row][2] = random.nextInt(2);
            double logit = 3 * rows[row][0] + 0.5 * rows[row][1];
            labels[row] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
        }
    }

    private Disturbance by(Kind kind, Model model, Objective objective, double share) {
        return new Robustness(model, table, ALL, List.of(objective), SETTINGS)
                .by(kind, share)
                .getFirst();
    }

    private Objective auc() {
        return Objective.binary(labels, BinaryMetric.ROC_AUC, 0);
    }

    private Objective rmse() {
        return Objective.regression(linear(rows), "rmse");
    }

    @Test
    void shouldOrderFeaturesByWhatShufflingThemCosts() {
        List<Importance> importances = PermutationImportance.of(ExplainTest::linear, table, ALL, auc(), 5, 1);

        assertThat(importances).extracting(Importance::feature).containsExactly("strong", "weak", "unused");
        assertThat(importances.get(0).value()).isGreaterThan(0.2);
        assertThat(importances.get(1).value()).isBetween(0.0, 0.1);
        assertThat(importances.get(2).value()).isZero();
        assertThat(importances.get(0).deviation()).isBetween(0.0, 0.05);
    }

    @Test
    void shouldCountALossTheOtherWayRound() {
        List<Importance> importances = PermutationImportance.of(ExplainTest::linear, table, ALL, rmse(), 5, 1);

        // Two independent draws of a value differ by its deviation times the root of two.
        assertThat(importances.get(0).value()).isCloseTo(3 * deviation(0) * Math.sqrt(2), within(0.1));
        assertThat(importances.get(1).value()).isCloseTo(0.5 * deviation(1) * Math.sqrt(2), within(0.02));
        assertThat(importances.get(2).value()).isZero();
    }

    @Test
    void shouldGiveBinaryMetricsOfDecisionsToo() {
        Objective f1 = Objective.binary(labels, BinaryMetric.F1, 0);

        assertThat(PermutationImportance.of(ExplainTest::linear, table, ALL, f1, 2, 1)
                        .getFirst()
                        .value())
                .isBetween(0.2, 0.5);
        assertThat(f1.value(linear(rows))).isBetween(0.8, 1.0);
    }

    @Test
    void shouldSayHowFarNoiseLowersAMetricAndHowSureThatIs() {
        Disturbance little = by(Kind.NOISE, ExplainTest::linear, auc(), 0.01);
        Disturbance much = by(Kind.NOISE, ExplainTest::linear, auc(), 5);

        assertThat(little.finding(0.01).verdict()).isEqualTo(Verdict.PASS);
        Finding finding = much.finding(0.01);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.value()).isGreaterThan(0.2);
        assertThat(finding.reason())
                .startsWith("with noise of 500 % of each feature's spread roc_auc is 0.")
                .contains(
                        "; the change of roc_auc is -0.",
                        "95 % interval",
                        "required at least -0.01: none of the interval is");
    }

    @Test
    void shouldGiveAnIntervalThatHoldsTheExpectedChange() {
        Disturbance noise = by(Kind.NOISE, ExplainTest::linear, rmse(), 0.5);

        // The sum of noise of half of both deviations.
        Interval interval = Objects.requireNonNull(noise.change().interval());
        assertThat(interval.contains(noise.change().difference())).isTrue();
        assertThat(noise.change().difference())
                .isCloseTo(Math.hypot(1.5 * deviation(0), 0.25 * deviation(1)), within(0.1));
        assertThat(interval.high() - interval.low()).isBetween(0.05, 0.3);
        assertThat(noise.finding(0.1).reason()).contains("required at most 0.1: none of the interval is");
        assertThat(noise.finding(noise.change().difference()).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void shouldNotAddNoiseToCategories() {
        Model picky = given -> {
            assertThat(List.of(given)).allSatisfy(row -> assertThat(row[2]).isIn(0.0, 1.0));
            return linear(given);
        };

        assertThat(by(Kind.NOISE, picky, auc(), 1).change().difference()).isNegative();
    }

    @Test
    void shouldKeepWholeNumbersWhole() {
        FeatureTable counts =
                new FeatureTable(List.of(Feature.whole("count")), new double[][] {{0}, {10}, {20}, {30}, {Double.NaN}});
        List<double[][]> seen = new ArrayList<>();
        Model model = given -> {
            seen.add(given);
            return new double[given.length];
        };

        new Robustness(model, counts, List.of("count"), List.of(Objective.regression(new double[5], "rmse")), SETTINGS)
                .by(Kind.NOISE, 0.5);

        double[] noisy =
                Arrays.stream(seen.getLast()).mapToDouble(row -> row[0]).toArray();
        assertThat(noisy).isNotEqualTo(new double[] {0, 10, 20, 30, Double.NaN});
        assertThat(Arrays.stream(noisy).map(value -> value - Math.rint(value)).toArray())
                .containsExactly(0, 0, 0, 0, Double.NaN);
    }

    @Test
    void shouldRemoveTheShareOfValuesThatWasAskedFor() {
        double[] missing = new double[1];
        Model counting = given -> {
            missing[0] = Arrays.stream(given)
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isNaN)
                    .count();
            return linear(given);
        };

        Disturbance holes = by(Kind.MISSING, counting, auc(), 0.25);

        assertThat(missing[0] / (3 * ROWS)).isCloseTo(0.25, within(0.03));
        assertThat(holes.finding(0.01).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(holes.finding(0.01).reason()).startsWith("with 25 % of the values missing roc_auc is 0.");
    }

    @Test
    void shouldDisturbOnlyTheNamedFeaturesAndSeveralMetricsAtOnce() {
        Objective f1 = Objective.binary(labels, BinaryMetric.F1, 0);
        Robustness robustness =
                new Robustness(ExplainTest::linear, table, List.of("unused", "weak"), List.of(auc(), f1), SETTINGS);

        List<Disturbance> missing = robustness.by(Kind.MISSING, 1);

        assertThat(missing)
                .extracting(disturbance -> disturbance.change().metric().id())
                .containsExactly("roc_auc", "f1");
        assertThat(missing.getFirst().change().difference()).isBetween(-0.1, 0.0);
        assertThatThrownBy(() -> new Robustness(ExplainTest::linear, table, List.of("unused"), List.of(f1), SETTINGS)
                        .by(Kind.NOISE, 1))
                .hasMessage("noise is added to numbers, and none of the features [unused] is one; leave noise out");
    }

    @Test
    void shouldLookAtTheNamedFeaturesOnly() {
        int[] calls = new int[1];
        Model counting = given -> {
            calls[0]++;
            return linear(given);
        };

        assertThat(PermutationImportance.of(counting, table, List.of("weak"), auc(), 2, 1))
                .extracting(Importance::feature)
                .containsExactly("weak");
        assertThat(calls[0]).isEqualTo(3);
    }

    @Test
    void shouldSayHowFarItIsAndStopWhenInterrupted() {
        List<String> said = new ArrayList<>();
        CountedModel model = new CountedModel(ExplainTest::linear, "explain", 4 * ROWS, said::add);

        model.scores(rows);
        model.scores(new double[][] {{1, 1, 1}});
        model.scores(rows);

        assertThat(said)
                .containsExactly(
                        "explain: 800 of 3,200 predictions of the model",
                        "explain: 1,601 of 3,200 predictions of the model");
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> model.scores(rows))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void shouldGiveNoVerdictOnOneLabelOnly() {
        Objective oneLabel = Objective.binary(new byte[ROWS], BinaryMetric.ROC_AUC, 0);

        assertThat(by(Kind.NOISE, ExplainTest::linear, oneLabel, 1).finding(0.1).verdict())
                .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void shouldNotBelieveAModelThatLiesAboutItsShape() {
        Model liar = given -> new double[] {0.5};

        assertThatThrownBy(() -> PermutationImportance.of(liar, table, ALL, auc(), 2, 1))
                .hasMessage("the model gave 1 scores for 800 rows");
    }

    @Test
    void shouldNameTheMetricsThatThereAre() {
        assertThatThrownBy(() -> Objective.regression(new double[] {1}, "roc_auc"))
                .hasMessageStartingWith("metric 'roc_auc' is unknown; there are mae, mse, rmse");
    }

    @Test
    void shouldRefuseRowsOfAnotherWidth() {
        assertThatThrownBy(() -> new FeatureTable(List.of(Feature.number("a")), new double[][] {{1}, {1, 2}}))
                .hasMessage("row 1 has 2 values for 1 features; give one for each");
    }

    private double deviation(int feature) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> row[feature]).average().orElseThrow();
        return Math.sqrt(Arrays.stream(rows)
                .mapToDouble(row -> Math.pow(row[feature] - mean, 2))
                .average()
                .orElseThrow());
    }

    private static double zeroIfMissing(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
