package io.weir.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.lineage.DataQuality.ColumnQuality;
import io.weir.lineage.DataQuality.Range;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataQualityTest {
    @TempDir
    Path folder;

    private DataQuality quality(ProfileSettings settings) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "age,country\n1,x\n3,y\n,y\n5,y\n");
        FileTree files = FileTree.of(new Workspace(folder), "a.csv");
        try (Table table = Tables.open(folder, "a.csv", TableOptions.DEFAULT)) {
            DatasetProfile profile = Profiler.profile(table, settings, Profiler.Progress.NONE);
            return DataQuality.of(profile, files.bytes(), files.files().size(), List.of());
        }
    }

    @Test
    void shouldTellWhatTheProfileKnows() throws IOException {
        DataQuality quality = quality(ProfileSettings.DEFAULT.withThreads(1));

        assertThat(quality.rows()).isEqualTo(4);
        assertThat(quality.bytes()).isEqualTo(27);
        assertThat(quality.files()).isEqualTo(1);
        assertThat(quality.columns().get("country")).isEqualTo(new ColumnQuality("text", 0, 2, 4, null));
        ColumnQuality age = Objects.requireNonNull(quality.columns().get("age"));
        assertThat(age.missing()).isEqualTo(1);
        Range range = Objects.requireNonNull(age.numbers());
        assertThat(range.sum()).isEqualTo(9);
        assertThat(range.quantiles()).contains(Map.entry(0.5, 3.0), Map.entry(0.99, 5.0));
    }

    @Test
    void shouldKeepTheRangeOfMaskedColumnsToItself() throws IOException {
        DataQuality quality = quality(ProfileSettings.DEFAULT.withThreads(1).withMasked(Set.of("age")));

        assertThat(Objects.requireNonNull(quality.columns().get("age")).numbers())
                .isNull();
    }
}
