package io.weir.schema.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileSettings;
import io.weir.profile.Profiler;
import io.weir.schema.Schema;
import io.weir.schema.SchemaYaml;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import io.weir.validation.Validation;
import io.weir.validation.ValidationSettings;
import io.weir.validation.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaInferenceTest {
    @TempDir
    private Path folder;

    @Test
    void shouldWriteADraftThatPeopleCanRead() throws IOException {
        StringBuilder rows = new StringBuilder("id,taxi,fare,tip_share,payment,active,paid_at,note\n");
        for (int i = 0; i < 200; i++) {
            rows.append(String.join(
                            ",",
                            Integer.toString(1000 + i),
                            "TX-" + (100 + i % 150),
                            Double.toString(i / 4.0),
                            Double.toString(i / 200.0),
                            i % 3 == 0 ? "Cash" : "Card",
                            Boolean.toString(i % 2 == 0),
                            "2026-03-" + (10 + i % 20),
                            i % 10 == 0 ? "" : "n" + i * i))
                    .append('\n');
        }
        assertThat(SchemaYaml.write(SchemaInference.infer(profile(rows.toString(), Set.of()), "trips")))
                .isEqualTo("""
                        weir_schema: 1
                        name: trips
                        columns:
                          id:
                            type: integer
                            missing: 0
                            range:
                              min: 0
                            unique: true
                          taxi:
                            type: text
                            missing: 0
                            pattern: "^\\\\p{Lu}{2}-\\\\d{3}$"
                          fare:
                            type: decimal
                            missing: 0
                            range:
                              min: 0
                          tip_share:
                            type: decimal
                            missing: 0
                            range:
                              min: 0
                              max: 1
                          payment:
                            type: text
                            missing: 0
                            domain:
                            - Card
                            - Cash
                          active:
                            type: boolean
                            missing: 0
                            domain:
                            - "false"
                            - "true"
                          paid_at:
                            type: date
                            missing: 0
                          note:
                            type: text
                            missing: 0.19
                        """);
    }

    @Test
    void shouldLeaveRoomForCategoriesThatHaveNotComeYet() throws IOException {
        String rows = "c\n" + "a\n".repeat(900) + "b\n".repeat(90) + "x\ny\n";
        assertThat(SchemaYaml.write(SchemaInference.infer(profile(rows, Set.of()), "")))
                .contains("mostly: 0.9939");
    }

    @Test
    void shouldSayNothingOfTheValuesOfMaskedColumns() throws IOException {
        DatasetProfile profile = profile("ssn\n" + "123-45-6789\n".repeat(50), Set.of("ssn"));
        assertThat(SchemaYaml.write(SchemaInference.infer(profile, "")))
                .contains("sensitive: true")
                .doesNotContain("pattern", "domain", "123");
    }

    static Stream<String> tables() {
        return Stream.of(
                "x\n1\n",
                "x,y\n,\n,\n",
                "x\nNaN\ninf\n-1\n",
                "x\n1\nn/a\n2\n",
                "x\n\"\"\na-1\n",
                "x\n" + "007\n".repeat(30),
                "c\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, 3000)
                                        .mapToObj(i -> "v" + i % 700)
                                        .toList()) + "\n",
                "é,ß\nÄB-1,x\nÖÜ-2,\n");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldPassTheDataThatItWasInferredFrom(String csv) throws IOException {
        Schema schema = SchemaInference.infer(profile(csv, Set.of()), "own");
        Schema read = SchemaYaml.read(SchemaYaml.write(schema).getBytes(StandardCharsets.UTF_8), "schema.yaml");
        try (Table table = Tables.open(folder, "t.csv", TableOptions.DEFAULT);
                Validation validation = new Validation(read, ValidationSettings.of(folder, folder, Instant.EPOCH))) {
            Profiler.profile(table, ProfileSettings.DEFAULT, Profiler.Progress.NONE, validation::visitor);
            assertThat(validation.finish(table.columns(), null).results())
                    .noneMatch(result -> result.verdict() == Verdict.FAILED);
        }
    }

    private DatasetProfile profile(String csv, Set<String> masked) throws IOException {
        Files.writeString(folder.resolve("t.csv"), csv);
        try (Table table = Tables.open(folder, "t.csv", TableOptions.DEFAULT)) {
            return Profiler.profile(table, ProfileSettings.DEFAULT.withMasked(masked), Profiler.Progress.NONE);
        }
    }
}
