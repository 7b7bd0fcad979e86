package io.weir.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerTest {
    @TempDir
    private Path folder;

    @Test
    void shouldCountMissingEmptyNanAndInfiniteValues() throws IOException {
        DatasetProfile profile = profile("x,s\n1,a\nNaN,\"\"\ninf,\n,b\n-inf,c\n");
        ColumnProfile x = profile.columns().getFirst();
        assertThat(x.missing()).isEqualTo(1);
        assertThat(x.nan()).isEqualTo(1);
        assertThat(x.infinite()).isEqualTo(2);
        assertThat(x.type()).isEqualTo(ColumnType.DECIMAL);
        ColumnProfile s = profile.columns().get(1);
        assertThat(s.missing()).isEqualTo(1);
        assertThat(s.empty()).isEqualTo(1);
        assertThat(s.type()).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void shouldComputeExactMomentsOfAColumnThatRepeats() throws IOException {
        StringBuilder text = new StringBuilder("x\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i % 100).append('\n');
        }
        NumberSummary numbers = Objects.requireNonNull(
                profile(text.toString()).columns().getFirst().numbers());
        assertThat(numbers.moments().count()).isEqualTo(10_000);
        assertThat(numbers.moments().mean()).isCloseTo(49.5, within(1e-9));
        assertThat(numbers.moments().variance()).isCloseTo(833.25 * 10_000 / 9_999, within(1e-6));
    }

    @Test
    void shouldStoreNoValueOfAMaskedColumn() throws IOException {
        Files.writeString(folder.resolve("t.csv"), "name,age\nAlice-1,7141\nBob-2,7142\n");
        DatasetProfile profile;
        try (Table table = Tables.open(folder, "t.csv", TableOptions.DEFAULT)) {
            ProfileSettings masked = ProfileSettings.DEFAULT.withMasked(Set.of("name", "age"));
            profile = Profiler.profile(table, masked, Profiler.Progress.NONE);
        }
        String json = ProfileJson.write(profile).toString();
        assertThat(json)
                .doesNotContain("Alice")
                .doesNotContain("Bob")
                .doesNotContain("714")
                .doesNotContain("Aaaa");
        assertThat(profile.columns().getFirst().distinct().estimate()).isEqualTo(2);
    }

    @Test
    void shouldBeReadAgainFromJson() throws IOException {
        DatasetProfile profile = profile("x,s,d\n1,a,2026-01-01\n2,b,2026-01-02\n3,a,\n");
        DatasetProfile again = ProfileJson.read(ProfileJson.toBytes(profile));
        assertThat(ProfileJson.write(again)).isEqualTo(ProfileJson.write(profile));
    }

    @Test
    void shouldGuessWhichColumnDeterminesWhich() throws IOException {
        StringBuilder text = new StringBuilder("id,town,code,note\n");
        for (int i = 0; i < 5000; i++) {
            text.append(i)
                    .append(",t")
                    .append(i % 40)
                    .append(',')
                    .append(1000 + i % 20)
                    .append(",n")
                    .append(i % 33)
                    .append('\n');
        }
        assertThat(profile(text.toString()).dependencies()).containsExactly(new Dependency("town", "code", 1000));
    }

    @Test
    void shouldFindCandidateKeysAndDuplicates() throws IOException {
        DatasetProfile profile = profile("a,b,c\n1,x,\n2,x,1\n3,y,2\n3,y,2\n");
        assertThat(profile.candidateKeys()).isEmpty();
        assertThat(profile.duplicateRows()).isEqualTo(1);
        assertThat(profile("a,b,c\n1,x,\n2,x,1\n3,y,2\n").candidateKeys()).containsExactly("a");
    }

    private DatasetProfile profile(String csv) throws IOException {
        Files.writeString(folder.resolve("t.csv"), csv);
        try (Table table = Tables.open(folder, "t.csv", TableOptions.DEFAULT)) {
            return Profiler.profile(table, ProfileSettings.DEFAULT.withThreads(2), Profiler.Progress.NONE);
        }
    }
}
