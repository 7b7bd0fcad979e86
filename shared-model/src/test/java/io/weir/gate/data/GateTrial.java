package io.weir.gate.data;

import io.weir.drift.DriftSettings;
import io.weir.gate.GateReference;
import io.weir.gate.GateRule;
import io.weir.lineage.LineageEvent;
import io.weir.profile.DatasetProfile;
import io.weir.profile.Profiler;
import io.weir.schema.Gravity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs gates over files in a folder. */
final class GateTrial {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    static final LineageRun RUN = new LineageRun(
            "https://ci.example.org",
            "churn/train",
            LineageEvent.runId("https://ci.example.org", "churn/train", "7"),
            Instant.parse("2026-11-01T11:59:00Z"),
            GateRule.DEFAULT);

    final Path root;
    final Path scratch;
    private String schema = "";
    private String name = "";
    private Set<String> masked = Set.of();
    private Set<String> ignored = Set.of();
    private DataGateSettings.Outputs outputs = DataGateSettings.Outputs.NONE;

    GateTrial(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("workspace"));
        scratch = Files.createDirectories(folder.resolve("scratch"));
    }

    GateTrial write(String file, String content) throws IOException {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    GateTrial write(String file, byte[] content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
        return this;
    }

    GateTrial schema(String rules) throws IOException {
        schema = "schema.yaml";
        return write(schema, "weir_schema: 1\nname: trial\n" + rules);
    }

    /** A schema of another tool. */
    GateTrial schema(String file, String content) throws IOException {
        schema = file;
        return write(file, content);
    }

    GateTrial masking(String... columns) {
        masked = Set.of(columns);
        return this;
    }

    GateTrial ignoring(String... columns) {
        ignored = Set.of(columns);
        return this;
    }

    GateTrial writing(String profile, String failures, String report) {
        outputs = new DataGateSettings.Outputs(profile, failures, report, "", "");
        return this;
    }

    GateTrial proposing(String schema) {
        outputs = new DataGateSettings.Outputs("", "", "", schema, "");
        return this;
    }

    /** The run of the job {@code churn/train} of that Jenkins. */
    GateTrial telling(String lineage, String dataset) {
        outputs = new DataGateSettings.Outputs("profile.json", "", "", "", lineage);
        name = dataset;
        return this;
    }

    DataGate.Outcome run(String... data) throws IOException {
        return run(DataGate.Baseline.NONE, Profiler.Progress.NONE, data);
    }

    DataGate.Outcome against(DatasetProfile before, String... data) throws IOException {
        GateReference origin = new GateReference(GateReference.FILE, "before.json", null, before.rows());
        return run(workspace -> new Reference(before, origin), Profiler.Progress.NONE, data);
    }

    DataGate.Outcome run(DataGate.Baseline baseline, Profiler.Progress progress, String... data) throws IOException {
        DataGateSettings settings = new DataGateSettings(
                List.of(data),
                schema,
                "",
                masked,
                DriftSettings.defaults(),
                Gravity.ERROR,
                ignored,
                true,
                name,
                RUN,
                outputs,
                1 << 20,
                2);
        return new DataGate(root, scratch, settings, CLOCK).run(baseline, progress);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    /** Files of the workspace and the temporary folder, those that were written before left out. */
    List<String> leftOvers(String... known) throws IOException {
        try (Stream<Path> mine = Files.walk(root);
                Stream<Path> temporary = Files.walk(scratch)) {
            return Stream.concat(mine, temporary)
                    .filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> !List.of(known).contains(name))
                    .toList();
        }
    }
}
