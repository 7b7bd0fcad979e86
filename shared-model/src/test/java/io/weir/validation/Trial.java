package io.weir.validation;

import io.weir.profile.ProfileSettings;
import io.weir.profile.Profiler;
import io.weir.schema.SchemaYaml;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a schema over files in a folder. */
record Trial(Path folder, int threads, ValidationSettings settings) {
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    static Trial in(Path folder) {
        return new Trial(folder, 2, ValidationSettings.of(folder, folder, NOW));
    }

    Trial withThreads(int count) {
        return new Trial(folder, count, settings);
    }

    Trial with(ValidationSettings other) {
        return new Trial(folder, threads, other);
    }

    Trial write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
        return this;
    }

    ValidationResult run(String schema, String pattern) throws IOException {
        byte[] yaml = ("weir_schema: 1\n" + schema).getBytes(StandardCharsets.UTF_8);
        try (Table table = Tables.open(folder, pattern, TableOptions.DEFAULT);
                Validation validation = new Validation(SchemaYaml.read(yaml, "schema.yaml"), settings)) {
            Profiler.profile(
                    table, ProfileSettings.DEFAULT.withThreads(threads), Profiler.Progress.NONE, validation::visitor);
            return validation.finish(table.columns(), folder.resolve("failures.out"));
        }
    }

    List<String> failures() throws IOException {
        return Files.readAllLines(folder.resolve("failures.out"));
    }

    static CheckResult named(ValidationResult result, String name) {
        @Nullable
        CheckResult found = result.results().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw new AssertionError("no check '" + name + "' among "
                    + result.results().stream().map(CheckResult::name).toList());
        }
        return found;
    }
}
