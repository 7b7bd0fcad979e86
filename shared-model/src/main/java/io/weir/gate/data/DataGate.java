package io.weir.gate.data;

import io.weir.drift.DriftReport;
import io.weir.drift.DriftSettings;
import io.weir.drift.ProfileDrift;
import io.weir.gate.GateData;
import io.weir.gate.files.Drafts;
import io.weir.gate.files.FileDigest;
import io.weir.gate.files.Inputs;
import io.weir.lineage.Workspace;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileSettings;
import io.weir.profile.Profiler;
import io.weir.schema.Column;
import io.weir.schema.Gravity;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import io.weir.table.DataFile;
import io.weir.table.Table;
import io.weir.table.TableOptions;
import io.weir.table.Tables;
import io.weir.validation.CheckResult;
import io.weir.validation.Validation;
import io.weir.validation.ValidationResult;
import io.weir.validation.ValidationSettings;
import io.weir.validation.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a table once: its profile, its schema's checks, and how it compares with a baseline.
 *
 * <p>Memory and time are those of {@link Profiler} and {@link Validation}; comparing takes some milliseconds a column. Nothing
 * is written outside of the temporary folder until all of it is known, then the outputs are put in their places.
 */
public final class DataGate {
    private final Workspace workspace;
    private final Path temporary;
    private final DataGateSettings settings;
    private final Clock clock;

    /**
     * A gate.
     *
     * @param root folder that is not left
     * @param temporary folder for what does not fit into memory; must exist
     * @param clock that freshness is measured by
     * @throws IOException if the root is not there
     */
    public DataGate(Path root, Path temporary, DataGateSettings settings, Clock clock) throws IOException {
        this.workspace = new Workspace(root);
        this.temporary = temporary;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where the baseline comes from, once it is known that there are data to compare. */
    @FunctionalInterface
    public interface Baseline {
        /** There is none. */
        Baseline NONE = root -> null;

        /** The baseline, or null if there is none. */
        @Nullable
        Reference in(Workspace root) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param report the findings
     * @param profile of the data
     */
    public record Outcome(DataGateReport report, DatasetProfile profile) {}

    /**
     * Runs.
     *
     * @throws io.weir.table.TableException naming file, row and column of what can't be read
     * @throws io.weir.json.InvalidJsonException naming what is wrong in the schema or the baseline
     * @throws java.io.InterruptedIOException soon after the thread is interrupted
     */
    public Outcome run(Baseline baselines, Profiler.Progress progress) throws IOException {
        List<DataFile> files = Inputs.find(workspace, settings.data());
        Imported imported = SchemaFile.read(workspace, settings.schema());
        Reference baseline = baselines.in(workspace);
        String digest = settings.digest() ? FileDigest.of(workspace, files) : null;
        Set<Path> inputs = new HashSet<>(files.stream().map(DataFile::path).toList());
        if (!settings.schema().isEmpty()) {
            inputs.add(workspace.resolve(settings.schema()).toRealPath());
        }
        try (Drafts drafts = new Drafts(workspace, temporary, inputs)) {
            DataGateSettings.Outputs outputs = settings.outputs();
            Path failures = outputs.failures().isEmpty() ? null : drafts.draft("failures", outputs.failures());
            Path profileFile = outputs.profile().isEmpty() ? null : drafts.draft("profile", outputs.profile());
            Path junit = outputs.report().isEmpty() ? null : drafts.draft("report", outputs.report());
            Outcome outcome = read(files, imported, baseline, digest, failures, progress);
            Reports.write(outcome, settings, failures, profileFile, junit);
            drafts.publish();
            return outcome;
        }
    }

    private Outcome read(
            List<DataFile> files,
            Imported imported,
            @Nullable Reference baseline,
            @Nullable String digest,
            @Nullable Path failures,
            Profiler.Progress progress)
            throws IOException {
        Schema schema = masked(imported.schema());
        ValidationSettings how = new ValidationSettings(
                workspace.root(),
                temporary,
                settings.maxTemporaryBytes(),
                settings.environment(),
                clock.instant(),
                TableOptions.DEFAULT);
        try (Table table = Tables.open(files, TableOptions.DEFAULT);
                Validation validation = new Validation(schema, how)) {
            progress.report(0, table.bytesTotal());
            DatasetProfile profile = Profiler.profile(table, profileSettings(schema), progress, validation::visitor);
            ValidationResult checks = named(validation.finish(table.columns(), failures), imported.left());
            GateData data =
                    new GateData(profile.rows(), profile.columns().size(), table.bytesTotal(), files.size(), digest);
            return new Outcome(report(data, checks, profile, baseline), profile);
        }
    }

    private DataGateReport report(
            GateData data, ValidationResult checks, DatasetProfile profile, @Nullable Reference baseline) {
        DriftReport drift = baseline == null
                ? null
                : ProfileDrift.judge(baseline.origin().name(), baseline.profile(), name(), profile, driftSettings());
        DriftReport judged = drift == null ? null : Excused.of(drift, settings);
        List<ColumnShape> columns = ColumnShapes.of(profile, baseline == null ? null : baseline.profile(), judged);
        return new DataGateReport(
                data,
                checks,
                judged,
                baseline == null ? null : baseline.origin(),
                columns,
                profile.columns().size() - columns.size(),
                profile.skippedColumns());
    }

    private String name() {
        return String.join(", ", settings.data());
    }

    /** With the name of the failures' file that it becomes, not that of its draft, and what no check was made of. */
    private ValidationResult named(ValidationResult checks, List<String> left) {
        List<CheckResult> results = new ArrayList<>(checks.results());
        for (String reason : left) {
            results.add(new CheckResult(
                    "not imported " + (results.size() - checks.results().size() + 1),
                    List.of(),
                    Gravity.WARNING,
                    Verdict.UNDECIDED,
                    0,
                    0,
                    null,
                    reason,
                    List.of()));
        }
        return new ValidationResult(
                checks.schema(),
                checks.rows(),
                checks.columns(),
                results,
                checks.failureFile() == null ? null : settings.outputs().failures(),
                checks.failuresLeftOut());
    }

    private DriftSettings driftSettings() {
        Map<String, List<io.weir.drift.DriftCheck>> none = new HashMap<>();
        settings.ignored().forEach(column -> none.put(column, List.of()));
        return settings.drift().withColumns(none);
    }

    private ProfileSettings profileSettings(Schema schema) {
        Set<String> masked = new HashSet<>(settings.masked());
        schema.columns().stream().filter(Column::sensitive).map(Column::name).forEach(masked::add);
        return ProfileSettings.DEFAULT.withMasked(masked).withThreads(settings.threads());
    }

    /** The schema with the masked columns as sensitive ones. */
    private Schema masked(Schema schema) {
        return Masking.of(schema, settings.masked());
    }
}
