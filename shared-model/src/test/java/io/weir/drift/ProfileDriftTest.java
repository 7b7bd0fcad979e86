package io.weir.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileSettings;
import io.weir.profile.Profiler;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileDriftTest {
    private static final int ROWS = 4_000;

    @TempDir
    private Path folder;

    @Test
    void shouldCallEqualDataStable() throws IOException {
        DriftReport report = judge(profile(1, i -> row(i, 0)), profile(2, i -> row(i, 0)));
        assertThat(report.columns()).extracting(ColumnDrift::name).containsExactly("n", "t", "c");
        assertThat(report.verdict()).as(report.reason()).isEqualTo(DriftVerdict.STABLE);
    }

    @Test
    void shouldFindEveryColumnThatMoved() throws IOException {
        DriftReport report = judge(profile(1, i -> row(i, 0)), profile(2, i -> row(i, 1)));
        assertThat(report.columns()).allMatch(column -> column.verdict() == DriftVerdict.DRIFTED);
    }

    @Test
    void shouldCallNumbersThatBecomeTextsMissing() throws IOException {
        DatasetProfile before = profile("x\n" + "1\n2\n3\n4\n".repeat(500));
        DatasetProfile now = profile("x\n" + "1\n2\n3\nn/a\n".repeat(500));
        DriftReport report = judge(before, now);
        assertThat(report.verdict()).isEqualTo(DriftVerdict.DRIFTED);
        assertThat(report.columns().getFirst().measures())
                .filteredOn(measured -> measured.measure() == DriftMeasure.MISSING_RATE)
                .singleElement()
                .satisfies(measured -> assertThat(measured.value()).isEqualTo(0.25));
    }

    @Test
    void shouldTellColumnsThatOnlyOneSideHas() throws IOException {
        DriftReport report = judge(profile("a,b\n1,2\n"), profile("b,c\n1,2\n"));
        assertThat(report.onlyInReference()).containsExactly("a");
        assertThat(report.onlyInCurrent()).containsExactly("c");
    }

    @Test
    void shouldCompareOnlyTheMissingRateOfMaskedColumns() throws IOException {
        String full = "x\n" + "7\n".repeat(ROWS);
        DriftReport report =
                judge(profile(full, Set.of("x")), profile("x\n" + "7\n\"\"\n".repeat(ROWS / 2), Set.of("x")));
        assertThat(report.columns().getFirst().measures())
                .extracting(measured -> measured.measure())
                .containsExactly(DriftMeasure.MISSING_RATE);
    }

    @Test
    void shouldTakeNumbersAsCategoriesWhereTheirChecksSaySo() throws IOException {
        DriftSettings settings =
                DriftSettings.defaults().withColumn("x", List.of(DriftCheck.of(DriftMeasure.UNSEEN, 0.05)));
        DriftReport report = ProfileDrift.judge(
                "before",
                profile("x\n" + "1\n2\n".repeat(ROWS)),
                "now",
                profile("x\n" + "1\n3\n".repeat(ROWS)),
                settings);
        assertThat(report.columns().getFirst().numeric()).isFalse();
        assertThat(report.verdict()).isEqualTo(DriftVerdict.DRIFTED);
    }

    @Test
    void shouldRefuseChecksOfNumbersForTexts() throws IOException {
        DriftSettings settings = DriftSettings.defaults().withColumn("x", List.of(DriftCheck.of(DriftMeasure.KS)));
        DatasetProfile texts = profile("x\na\nb\n");
        assertThatThrownBy(() -> ProfileDrift.judge("before", texts, "now", texts, settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ks")
                .hasMessageContaining("'x'");
    }

    @Test
    void shouldHaveNoVerdictForColumnsWithoutValues() throws IOException {
        DriftReport report = judge(profile("x,y\n,1\n"), profile("x,y\n,1\n"));
        assertThat(report.columns().getFirst().verdict()).isEqualTo(DriftVerdict.INSUFFICIENT_EVIDENCE);
    }

    private static DriftReport judge(DatasetProfile before, DatasetProfile now) {
        return ProfileDrift.judge("before", before, "now", now, DriftSettings.defaults());
    }

    private static String row(int seeded, int shift) {
        Random random = new Random(seeded);
        int day = random.nextInt(10) + 10 * shift + 10;
        return (random.nextGaussian() + shift) + ",2026-03-" + day + "," + (char) ('a' + random.nextInt(4) + shift);
    }

    private DatasetProfile profile(int side, IntFunction<String> rows) throws IOException {
        StringBuilder text = new StringBuilder("n,t,c\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(rows.apply(side * 1_000_003 + i)).append('\n');
        }
        return profile(text.toString());
    }

    private DatasetProfile profile(String csv) throws IOException {
        return profile(csv, Set.of());
    }

    private DatasetProfile profile(String csv, Set<String> masked) throws IOException {
        Files.writeString(folder.resolve("t.csv"), csv);
        try (Table table = Tables.open(folder, "t.csv", TableOptions.DEFAULT)) {
            return Profiler.profile(table, ProfileSettings.DEFAULT.withMasked(masked), Profiler.Progress.NONE);
        }
    }
}
