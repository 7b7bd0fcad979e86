package io.weir.profile;

import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Profiles of texts, for tests. */
final class TestProfile {
    private TestProfile() {}

    /** Of rows with the columns {@code n,kind,skewed,near,gaps}. */
    static DatasetProfile of(String rows) throws IOException {
        return ofCsv("n,kind,skewed,near,gaps\n" + rows);
    }

    static DatasetProfile ofCsv(String text) throws IOException {
        return ofCsv(text, ProfileSettings.DEFAULT.withThreads(2));
    }

    static DatasetProfile ofCsv(String text, ProfileSettings settings) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Table table = Tables.ofCsv("test", new ByteArrayInputStream(bytes), TableOptions.DEFAULT)) {
            return Profiler.profile(table, settings, Profiler.Progress.NONE);
        }
    }
}
