package io.weir.gate.data;

import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateVerdict;
import io.weir.lineage.DataQuality;
import io.weir.lineage.DatasetVersion;
import io.weir.lineage.LineageEvent;
import io.weir.lineage.LineageEvent.Dataset;
import io.weir.lineage.LineageEvent.Type;
import io.weir.profile.DatasetProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gate's run as OpenLineage events: that it began, and how it ended. */
public final class Lineage {
    private Lineage() {}

    /**
     * Of a run that came to a verdict.
     *
     * @param report what it found; without a source the events name no data
     * @param profile of the data, or null if it is not known; then the events tell no quality
     * @param findings of the report
     * @param at when it ended
     */
    public static List<LineageEvent> ended(
            LineageRun run,
            DataGateReport report,
            @Nullable DatasetProfile profile,
            List<GateFinding> findings,
            Instant at) {
        DataQuality quality = profile == null
                ? null
                : DataQuality.of(
                        profile,
                        report.data().bytes(),
                        report.data().files(),
                        findings.stream()
                                .filter(finding -> finding.outcome() != FindingOutcome.UNDECIDED)
                                .map(Lineage::assertion)
                                .toList());
        boolean failed = run.rule().judge(findings) == GateVerdict.FAILED;
        return List.of(
                event(run, Type.START, run.startedAt(), report.source(), null, null),
                event(
                        run,
                        failed ? Type.FAIL : Type.COMPLETE,
                        at,
                        report.source(),
                        quality,
                        failed ? Findings.reason(report.checks(), report.drift()) : null));
    }

    /**
     * Of a run that could not look at its data.
     *
     * @param source what they are called, or null if it did not come so far
     * @param why for a person
     * @param at when it ended
     */
    public static List<LineageEvent> broken(LineageRun run, @Nullable DatasetVersion source, String why, Instant at) {
        return List.of(
                event(run, Type.START, run.startedAt(), source, null, null),
                event(run, Type.FAIL, at, source, null, why));
    }

    private static LineageEvent event(
            LineageRun run,
            Type type,
            Instant at,
            @Nullable DatasetVersion source,
            @Nullable DataQuality quality,
            @Nullable String error) {
        List<Dataset> inputs = source == null ? List.of() : List.of(new Dataset(source, quality));
        return new LineageEvent(type, at, run.id(), run.namespace(), run.job(), inputs, List.of(), error);
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
}
