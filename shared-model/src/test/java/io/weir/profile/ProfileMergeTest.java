package io.weir.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.weir.sketch.TopValues;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The merged profile of parts is that of the whole, within what the sketches state. */
class ProfileMergeTest {
    private static final int ROWS = 60_000;

    @Test
    void shouldEqualTheProfileOfTheWhole() throws IOException {
        String[] parts = {rows(0, 10_000), rows(10_000, 45_000), rows(45_000, ROWS)};
        DatasetProfile whole = TestProfile.of(String.join("", parts));
        DatasetProfile merged =
                TestProfile.of(parts[0]).mergedWith(TestProfile.of(parts[1])).mergedWith(TestProfile.of(parts[2]));

        assertThat(merged.rows()).isEqualTo(ROWS);
        assertThat(merged.distinctRows().estimate())
                .isEqualTo(whole.distinctRows().estimate());
        for (ColumnProfile expected : whole.columns()) {
            ColumnProfile actual = Objects.requireNonNull(merged.column(expected.name()));
            assertThat(actual.counts()).as(expected.name()).isEqualTo(expected.counts());
            assertThat(actual.distinct().estimate())
                    .isEqualTo(expected.distinct().estimate());
        }
    }

    @Test
    void shouldKeepMomentsAndQuantilesWithinTheStatedError() throws IOException {
        DatasetProfile merged = TestProfile.of(rows(0, 20_000)).mergedWith(TestProfile.of(rows(20_000, ROWS)));
        NumberSummary numbers =
                Objects.requireNonNull(merged.columns().getFirst().numbers());
        assertThat(numbers.moments().mean()).isCloseTo((ROWS - 1) / 2.0, within(1e-6));
        for (double q = 0.01; q < 1; q += 0.01) {
            assertThat(numbers.quantiles().quantile(q) / ROWS).isCloseTo(q, within(0.01));
        }
    }

    @Test
    void shouldKeepFrequentValuesWithinTheirOvercount() throws IOException {
        DatasetProfile merged = TestProfile.of(rows(0, 20_000)).mergedWith(TestProfile.of(rows(20_000, ROWS)));
        TopValues top = Objects.requireNonNull(merged.column("skewed")).top();
        TopValues.Entry first = top.top(1).getFirst();
        assertThat(first.value()).isEqualTo("often");
        assertThat(first.count()).isGreaterThanOrEqualTo(ROWS / 2);
        assertThat(first.count() - first.maxOvercount()).isLessThanOrEqualTo(ROWS / 2);
        assertThat(top.total()).isEqualTo(ROWS);
        assertThat(top.maxOvercount()).isLessThanOrEqualTo(ROWS / 257);
    }

    @Test
    void shouldMergeCorrelationsExactly() throws IOException {
        DatasetProfile whole = TestProfile.of(rows(0, ROWS));
        DatasetProfile merged = TestProfile.of(rows(0, 7)).mergedWith(TestProfile.of(rows(7, ROWS)));
        Correlations.Pair expected = whole.correlations().pairs().getFirst();
        Correlations.Pair actual = merged.correlations().pairs().getFirst();
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.r()).isCloseTo(expected.r(), within(1e-9));
    }

    @Test
    void shouldCountAColumnThatOnlyOnePartHasAsMissingInTheOther() throws IOException {
        DatasetProfile merged = TestProfile.ofCsv("a,b\n1,2\n3,4\n").mergedWith(TestProfile.ofCsv("a\n5\n"));
        assertThat(Objects.requireNonNull(merged.column("b")).missing()).isEqualTo(1);
        assertThat(Objects.requireNonNull(merged.column("b")).rows()).isEqualTo(3);
    }

    @Test
    void shouldLeaveThePartsAsTheyAre() throws IOException {
        DatasetProfile part = TestProfile.of(rows(0, 5000));
        String before = ProfileJson.write(part).toString();
        part.mergedWith(part);
        assertThat(ProfileJson.write(part).toString()).isEqualTo(before);
    }

    @Test
    void shouldRefuseToMergeMaskedWithOpenColumns() throws IOException {
        DatasetProfile open = TestProfile.ofCsv("a\n1\n");
        DatasetProfile masked = TestProfile.ofCsv("a\n1\n", ProfileSettings.DEFAULT.withMasked(Set.of("a")));
        assertThatThrownBy(() -> open.mergedWith(masked))
                .hasMessage("column 'a' is masked in one of the profiles only; take both with the same masked columns");
    }

    @Test
    void shouldBeTheSameInEveryRun() throws IOException {
        String rows = rows(0, ROWS);
        assertThat(ProfileJson.write(TestProfile.of(rows))).isEqualTo(ProfileJson.write(TestProfile.of(rows)));
    }

    /** A number, a repeating text, a text half of which is different, a number that goes with the first, and gaps. */
    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            SplittableRandom random = new SplittableRandom(i);
            rows.append(i).append(",c").append(i % 7).append(',');
            rows.append(i % 2 == 0 ? "often" : "x" + random.nextInt(1_000_000));
            rows.append(',').append(3 * i + random.nextInt(10_000)).append(',');
            rows.append(i % 5 == 0 ? "" : i % 11 == 0 ? "NaN" : Integer.toString(i % 100))
                    .append('\n');
        }
        return rows.toString();
    }
}
