package io.weir.gate.data;

import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateVerdict;
import io.weir.gate.files.TrackedFiles;
import io.weir.json.StrictJson;
import io.weir.lineage.DataQuality;
import io.weir.lineage.DatasetVersion;
import io.weir.lineage.FileTree;
import io.weir.lineage.LakeFsClone;
import io.weir.lineage.LineageEvent;
import io.weir.lineage.LineageEvent.Dataset;
import io.weir.lineage.LineageEvent.Type;
import io.weir.lineage.LineageJson;
import io.weir.lineage.Workspace;
import io.weir.table.DataFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate's run as OpenLineage events. The data are called by their place in lakeFS if they were cloned from there, else by their
 * name beside the job's namespace, else by their path below the job's name; their version is the commit of lakeFS, the MD5 of DVC,
 * or the digest of the files, whichever is there first.
 */
final class Lineage {
    /** As OpenLineage calls local files. */
    private static final String FILES = "file";

    private static final int MOST_NAME = 4_096;

    private final LineageRun run;
    private final DatasetVersion data;
    private final FileTree tree;

    /**
     * Of a run over those files.
     *
     * @throws IOException if the file that a lakeFS clone left is not as it must be
     */
    Lineage(
            LineageRun run,
            DataGateSettings settings,
            Workspace workspace,
            List<DataFile> files,
            FileTree tree,
            TrackedFiles tracked)
            throws IOException {
        this.run = run;
        this.tree = tree;
        this.data = version(run, settings, workspace, files, tree, tracked);
    }

    private static DatasetVersion version(
            LineageRun run,
            DataGateSettings settings,
            Workspace workspace,
            List<DataFile> files,
            FileTree tree,
            TrackedFiles tracked)
            throws IOException {
        LakeFsClone clone = LakeFsClone.around(workspace, files.getFirst().name());
        if (clone != null && files.stream().allMatch(file -> file.name().startsWith(clone.folder()))) {
            return clone.version(files.size() == 1 ? files.getFirst().name() : clone.folder());
        }
        String md5 = tracked.version(files);
        String version = md5 == null ? tree.root() : md5;
        if (!settings.name().isEmpty()) {
            return new DatasetVersion(run.namespace(), settings.name(), version, true);
        }
        String path = files.size() == 1 ? files.getFirst().name() : String.join(", ", settings.data());
        String name = run.job() + "/" + path;
        return new DatasetVersion(
                FILES, name.length() <= MOST_NAME ? name : name.substring(0, MOST_NAME), version, true);
    }

    /** That it began and ended, as UTF-8: one JSON object a line. */
    byte[] ended(DataGate.Outcome outcome, List<GateFinding> findings, Instant at) {
        DataQuality quality = DataQuality.of(
                outcome.profile(),
                tree,
                findings.stream()
                        .filter(finding -> finding.outcome() != FindingOutcome.UNDECIDED)
                        .map(Lineage::assertion)
                        .toList());
        boolean failed = run.rule().judge(findings) == GateVerdict.FAILED;
        return lines(
                started(),
                event(
                        failed ? Type.FAIL : Type.COMPLETE,
                        at,
                        quality,
                        failed
                                ? Findings.reason(
                                        outcome.report().checks(),
                                        outcome.report().drift())
                                : null));
    }

    /** That it began and could not read the data. */
    byte[] broken(Exception why, Instant at) {
        String message = why.getMessage();
        return lines(started(), event(Type.FAIL, at, null, message == null ? why.toString() : message));
    }

    private LineageEvent started() {
        return event(Type.START, run.startedAt(), null, null);
    }

    private LineageEvent event(Type type, Instant at, @Nullable DataQuality quality, @Nullable String error) {
        return new LineageEvent(
                type, at, run.id(), run.namespace(), run.job(), List.of(new Dataset(data, quality)), List.of(), error);
    }

    /** A check by its rule alone where a column says the rest, as OpenLineage's consumers group them. */
    private static DataQuality.Assertion assertion(GateFinding finding) {
        String column = finding.column();
        String name = finding.name();
        String rule = column != null && name.startsWith(column + ".") ? name.substring(column.length() + 1) : name;
        return new DataQuality.Assertion(
                finding.kind().equals(GateFinding.DRIFT) ? "drift_" + rule : rule,
                column,
                finding.outcome() == FindingOutcome.PASSED);
    }

    private static byte[] lines(LineageEvent... events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (LineageEvent event : events) {
            lines.writeBytes(StrictJson.write(LineageJson.write(event)));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
