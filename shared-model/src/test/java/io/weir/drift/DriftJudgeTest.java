package io.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.drift.distance.CategoryCounts;
import io.weir.drift.distance.SortedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DriftJudgeTest {
    private static final DriftJudge JUDGE = new DriftJudge(DriftSettings.defaults());

    @Test
    void shouldSeeAShift() {
        MeasuredDrift ks = judge(Samples.numbers("age", 1, 5000, 5000, 0.6)).getFirst();

        assertThat(ks.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(ks.lower()).isGreaterThan(ks.limit());
        assertThat(ks.reason())
                .startsWith("ks of 'age' is 0.2")
                .contains("with 95 % confidence above 0.")
                .contains("the limit is 0.1 (median ");
    }

    @Test
    void shouldSeeThatNothingHappened() {
        MeasuredDrift ks = judge(Samples.numbers("age", 1, 5000, 5000, 0)).getFirst();

        assertThat(ks.verdict()).isEqualTo(DriftVerdict.STABLE);
        assertThat(ks.upper()).isLessThan(ks.limit());
        assertThat(ks.reason()).contains("with 95 % confidence below 0.0");
    }

    @Test
    void shouldNotTellFromFewRowsAndSayHowManyItTakes() {
        MeasuredDrift ks = judge(Samples.numbers("age", 1, 5000, 40, 0)).getFirst();

        assertThat(ks.verdict()).isEqualTo(DriftVerdict.INSUFFICIENT_EVIDENCE);
        assertThat(ks.rowsToSettle()).isPresent();
        assertThat(ks.reason()).contains("with 40 rows against 5,000 rows").contains("would settle it");
    }

    @Test
    void shouldSettleWithAboutAsManyRowsAsItSaid() {
        int asked = 0;
        int settled = 0;
        for (int seed = 0; seed < 30; seed++) {
            OptionalLong needed = judge(Samples.numbers("age", seed, 20_000, 100, 0))
                    .getFirst()
                    .rowsToSettle();
            if (needed.isPresent() && needed.getAsLong() < 10_000) {
                asked++;
                DriftColumn more = Samples.numbers("age", seed + 100, 20_000, (int) (2 * needed.getAsLong()), 0);
                settled += judge(more).getFirst().verdict() == DriftVerdict.STABLE ? 1 : 0;
            }
        }

        assertThat(asked).isGreaterThan(10);
        assertThat(settled).isGreaterThan(asked / 2);
    }

    @Test
    void shouldCountWhatAReferenceOfItsSizeMisses() {
        CategoryCounts tickets = CategoryCounts.of(numbered(0, 1000));
        CategoryCounts others = CategoryCounts.of(numbered(1000, 2000));

        MeasuredDrift unseen = unseen(new DriftColumn.Categorical("ticket", tickets, others));
        assertThat(unseen.verdict()).isNotEqualTo(DriftVerdict.DRIFTED);
    }

    @Test
    void shouldSeeCategoriesThatTheReferenceOughtToHaveHad() {
        CategoryCounts reference = CategoryCounts.of(Map.of("card", 500L, "cash", 500L));
        CategoryCounts current = CategoryCounts.of(Map.of("card", 450L, "cash", 450L, "Prcard", 100L));

        MeasuredDrift unseen = unseen(new DriftColumn.Categorical("payment", reference, current));
        assertThat(unseen.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(unseen.reason()).contains("10 % of the rows have an unseen category ('Prcard')");
    }

    @Test
    void shouldSeeMissingValues() {
        double[] values = new double[1000];
        DriftColumn column = new DriftColumn.Numeric("x", SortedValues.of(values, 10), SortedValues.of(values, 300));

        MeasuredDrift missing = judge(column).get(1);
        assertThat(missing.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(missing.reason()).contains("0.99 % missing before, 23.1 % now");
    }

    @Test
    void shouldSayWhyThereIsNothingToMeasure() {
        DriftColumn column = new DriftColumn.Numeric("x", SortedValues.of(1, 2), SortedValues.of(new double[0], 100));

        MeasuredDrift ks = judge(column).getFirst();
        assertThat(ks.verdict()).isEqualTo(DriftVerdict.INSUFFICIENT_EVIDENCE);
        assertThat(ks.reason()).isEqualTo("ks of 'x' can't be told: the current side has no value.");
    }

    @Test
    void shouldCallOneConstantStable() {
        SortedValues constant = SortedValues.of(new double[500]);
        DriftSettings settings = DriftSettings.defaults()
                .withChecks(
                        List.of(
                                DriftCheck.of(DriftMeasure.KS),
                                DriftCheck.of(DriftMeasure.PSI),
                                DriftCheck.of(DriftMeasure.WASSERSTEIN_SIGMA)),
                        List.of());

        DriftReport report =
                new DriftJudge(settings).judge("a", "b", List.of(new DriftColumn.Numeric("x", constant, constant)));
        assertThat(report.columns().getFirst().measures())
                .extracting(MeasuredDrift::verdict)
                .containsOnly(DriftVerdict.STABLE);
    }

    /** Where a few columns of a hundred show what a few of a hundred show by chance, they are not called drift. */
    @Test
    void shouldCorrectForTheNumberOfColumns() {
        DriftSettings settings =
                DriftSettings.defaults().withChecks(List.of(DriftCheck.of(DriftMeasure.MEAN_SHIFT, 0)), List.of());
        List<DriftColumn> columns = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            columns.add(Samples.numbers("c" + i, i, 300, 300, 0));
        }

        long alone = drifted(settings.withCorrection(Correction.NONE), columns);
        assertThat(alone).isPositive();
        assertThat(drifted(settings.withCorrection(Correction.HOLM), columns)).isZero();
        assertThat(drifted(settings, columns)).isZero();
    }

    @Test
    void shouldUseAColumnsOwnChecks() {
        DriftSettings settings =
                DriftSettings.defaults().withColumn("age", List.of(DriftCheck.of(DriftMeasure.PSI, 0.05)));

        DriftReport report =
                new DriftJudge(settings).judge("a", "b", List.of(Samples.numbers("age", 1, 1000, 1000, 1)));
        assertThat(report.columns().getFirst().measures())
                .singleElement()
                .extracting(MeasuredDrift::variant)
                .isEqualTo("psi, bins reference_deciles, zeros half_row");
    }

    @Test
    void shouldRefuseACheckForTheWrongKind() {
        DriftSettings settings =
                DriftSettings.defaults().withColumn("age", List.of(DriftCheck.of(DriftMeasure.UNSEEN)));

        assertThatThrownBy(
                        () -> new DriftJudge(settings).judge("a", "b", List.of(Samples.numbers("age", 1, 10, 10, 0))))
                .hasMessageContaining("unseen is not for column 'age', which holds numbers");
    }

    @Test
    void shouldRefuseALimitThatNothingExceeds() {
        assertThatThrownBy(() -> DriftCheck.of(DriftMeasure.KS, 1)).hasMessageContaining("less than 1.0");
    }

    @Test
    void shouldSayTheSameTwice() {
        DriftSettings settings =
                DriftSettings.defaults().withChecks(List.of(DriftCheck.of(DriftMeasure.TOTAL_VARIATION)), List.of());
        List<DriftColumn> columns = List.of(Samples.numbers("x", 1, 200, 200, 0.3));

        assertThat(new DriftJudge(settings).judge("a", "b", columns))
                .isEqualTo(new DriftJudge(settings).judge("a", "b", columns));
    }

    private static List<MeasuredDrift> judge(DriftColumn column) {
        return JUDGE.judge("reference", "current", List.of(column))
                .columns()
                .getFirst()
                .measures();
    }

    private static MeasuredDrift unseen(DriftColumn column) {
        return judge(column).stream()
                .filter(measure -> measure.measure() == DriftMeasure.UNSEEN)
                .findFirst()
                .orElseThrow();
    }

    private static long drifted(DriftSettings settings, List<DriftColumn> columns) {
        return new DriftJudge(settings).judge("a", "b", columns).counts().getOrDefault(DriftVerdict.DRIFTED, 0L);
    }

    private static Map<String, Long> numbered(int from, int to) {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = from; i < to; i++) {
            counts.put("t" + i, 1L);
        }
        return counts;
    }
}
