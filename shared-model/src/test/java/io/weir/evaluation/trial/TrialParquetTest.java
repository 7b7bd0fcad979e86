package io.weir.evaluation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.evaluation.Evaluation;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.verdict.Verdict;
import io.weir.table.TableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Predictions in Parquet, which DuckDB wrote with {@code make-scores.sql}, give what the same ones in CSV give. */
class TrialParquetTest {
    private static final Map<String, Object> SETTINGS = Map.of(
            "model",
            "churn",
            "label",
            "churned",
            "score",
            "score",
            "baseline",
            "before",
            "slices",
            List.of("country", "day", List.of("country", "age")),
            "fairness",
            List.of("country"),
            "thresholds",
            List.of("roc_auc >= 0.7"),
            "checks",
            Map.of("features", List.of("country", "age", "spent", "day"), "leak", 0.99, "duplicates", 0.5));

    @TempDir
    Path folder;

    @Test
    void shouldGiveWhatTheSameRowsInCsvGive() throws IOException {
        copy("scores.csv", "scores.csv");
        copy("scores.parquet", "scores.parquet");

        Evaluation parquet = Trials.run(folder, "scores.parquet", SETTINGS);

        assertThat(parquet).isEqualTo(Trials.run(folder, "scores.csv", SETTINGS));
        assertThat(parquet.rows()).isEqualTo(600);
        assertThat(parquet.verdict()).isEqualTo(Verdict.PASS);
        assertThat(parquet.slices()).anyMatch(slice -> slice.name().equals("day = 2026-01-03"));
        assertThat(parquet.findings()).extracting(Finding::check).contains("label_leak", "duplicate_rows");
    }

    @Test
    void shouldReadAFolderOfFilesAsOneTable() throws IOException {
        copy("scores.parquet", "scores.parquet");
        copy("part-0.parquet", "parts/part-0.parquet");
        copy("part-1.parquet", "parts/part-1.parquet");

        assertThat(Trials.run(folder, "parts", SETTINGS)).isEqualTo(Trials.run(folder, "scores.parquet", SETTINGS));
    }

    @Test
    void shouldNameATruncatedFile() throws IOException {
        copy("scores.parquet", "whole.parquet");
        byte[] whole = Files.readAllBytes(folder.resolve("whole.parquet"));
        for (int kept : new int[] {0, 4, 100, whole.length / 2, whole.length - 1}) {
            Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, kept));

            assertThatThrownBy(() -> Trials.run(folder, "cut.parquet", SETTINGS))
                    .as("%d bytes of %d", kept, whole.length)
                    .isInstanceOf(TableException.class)
                    .hasMessageStartingWith("cut.parquet: ");
        }
    }

    private void copy(String name, String to) throws IOException {
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            Files.copy(in, target);
        }
    }
}
