package io.weir.gate.data;

import io.weir.drift.DriftReport;
import io.weir.drift.DriftSettings;
import io.weir.drift.ProfileDrift;
import io.weir.gate.GateData;
import io.weir.gate.files.Drafts;
import io.weir.gate.files.FileDigest;
import io.weir.gate.files.Inputs;
import io.weir.gate.files.TrackedFiles;
import io.weir.lineage.DatasetVersion;
import io.weir.lineage.FileTree;
import io.weir.lineage.Workspace;
import io.weir.profile.DatasetProfile;
import io.weir.profile.ProfileSettings;
import io.weir.profile.Profiler;
import io.weir.schema.Column;
import io.weir.schema.Gravity;
import io.weir.schema.Imported;
import io.weir.schema.Schema;
import io.weir.schema.inference.SchemaProposal;
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
import java.io.InterruptedIOException;
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
        Version version = settings.digest() ? version(files) : Version.UNKNOWN;
        Set<Path> inputs = new HashSet<>(files.stream().map(DataFile::path).toList());
        if (!settings.schema().isEmpty()) {
            inputs.add(workspace.resolve(settings.schema()).toRealPath());
        }
        try (Drafts drafts = new Drafts(workspace, temporary, inputs)) {
            Reports reports = new Reports(settings, workspace, drafts, version.source());
            try {
                Outcome outcome = read(files, imported, baseline, version, reports.failures, progress);
                SchemaProposal proposal = proposal(outcome, imported);
                Outcome told = new Outcome(outcome.report().with(proposed(proposal)), outcome.profile());
                reports.write(
                        told,
                        Findings.of(told.report().checks(), told.report().drift(), settings.driftGravity()),
                        proposal,
                        clock.instant());
                return told;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                reports.writeBroken(e, clock.instant());
                throw e;
            }
        }
    }

    /** What is known of the files without reading them as a table. */
    private record Version(
            @Nullable String digest,
            TrackedFiles tracked,
            @Nullable DatasetVersion source) {
        static final Version UNKNOWN = new Version(null, TrackedFiles.NONE, null);
    }

    private Version version(List<DataFile> files) throws IOException {
        FileTree tree = FileDigest.tree(workspace, files);
        TrackedFiles tracked = TrackedFiles.of(workspace, files, tree.bytes());
        LineageRun run = settings.run();
        return new Version(
                tree.root(), tracked, run == null ? null : DataSource.of(run, settings, files, tree.root(), tracked));
    }

    private @Nullable SchemaProposal proposal(Outcome outcome, Imported imported) {
        return settings.outputs().inferredSchema().isEmpty()
                ? null
                : SchemaProposal.of(outcome.profile(), imported, settings.masked(), settings.name());
    }

    private DataGateReport.@Nullable Proposed proposed(@Nullable SchemaProposal proposal) {
        return proposal == null
                ? null
                : new DataGateReport.Proposed(
                        settings.outputs().inferredSchema(), proposal.added().size());
    }

    private Outcome read(
            List<DataFile> files,
            Imported imported,
            @Nullable Reference baseline,
            Version version,
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
            ValidationResult checks =
                    named(validation.finish(table.columns(), failures), imported.left(), version.tracked());
            GateData data = new GateData(
                    profile.rows(), profile.columns().size(), table.bytesTotal(), files.size(), version.digest());
            return new Outcome(report(data, checks, profile, baseline, version.source()), profile);
        }
    }

    private DataGateReport report(
            GateData data,
            ValidationResult checks,
            DatasetProfile profile,
            @Nullable Reference baseline,
            @Nullable DatasetVersion source) {
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
                profile.skippedColumns(),
                source,
                null);
    }

    private String name() {
        return String.join(", ", settings.data());
    }

    /** With the name of the failures' file that it becomes, not that of its draft, what no check was made of, and DVC's files. */
    private ValidationResult named(ValidationResult checks, List<String> left, TrackedFiles tracked) {
        List<CheckResult> results = new ArrayList<>(checks.results());
        for (int i = 0; i < left.size(); i++) {
            results.add(noted("not imported " + (i + 1), Gravity.WARNING, Verdict.UNDECIDED, left.get(i)));
        }
        for (TrackedFiles.Tracked file : tracked.checks()) {
            Verdict verdict = file.same() == null ? Verdict.UNDECIDED : file.same() ? Verdict.PASSED : Verdict.FAILED;
            results.add(noted(file.name(), Gravity.ERROR, verdict, file.reason()));
        }
        return new ValidationResult(
                checks.schema(),
                checks.rows(),
                checks.columns(),
                results,
                checks.failureFile() == null ? null : settings.outputs().failures(),
                checks.failuresLeftOut());
    }

    private static CheckResult noted(String name, Gravity gravity, Verdict verdict, String reason) {
        return new CheckResult(name, List.of(), gravity, verdict, 0, 0, null, reason, List.of());
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
