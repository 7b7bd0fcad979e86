package io.weir.gate;

import io.weir.incident.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a gate has decided, and from what.
 *
 * @param id the same for the same run however often it is told, see {@link #idOf}
 * @param gate the step's name: {@code validateData}, {@code testModel}, {@code promoteModel}, {@code canaryGate}
 * @param subject what it is about: the name of a data set, a model, a release
 * @param verdict what was decided
 * @param reason one sentence that a tired person can read
 * @param startedAt when it began
 * @param durationMillis how long it took
 * @param build where it stands
 * @param data what it looked at, or null if there was none
 * @param profile the profile that it took and where it went, or null
 * @param baseline what it compared with, or null
 * @param counts of all findings
 * @param metrics what it measured, the most important first
 * @param findings the worst first; not necessarily all
 * @param findingsOmitted how many more there are
 */
public record GateResult(
        String id,
        String gate,
        String subject,
        GateVerdict verdict,
        String reason,
        Instant startedAt,
        long durationMillis,
        GateBuild build,
        @Nullable GateData data,
        @Nullable GateReference profile,
        @Nullable GateReference baseline,
        GateCounts counts,
        List<GateMetric> metrics,
        List<GateFinding> findings,
        long findingsOmitted) {
    /** Copies the lists. */
    public GateResult {
        metrics = List.copyOf(metrics);
        findings = List.copyOf(findings);
    }

    /**
     * The id of a run: a hash of which build it stands in, when it began, and which of the build's gates it is, because a build
     * may have several, at once too.
     *
     * @param place what tells the gates of one build apart, such as the number of the step
     */
    public static String idOf(String gate, GateBuild build, Instant startedAt, String place) {
        return Fingerprint.of(
                gate,
                build.url() == null ? "" : build.url(),
                build.job(),
                Long.toString(build.number()),
                startedAt.toString(),
                place);
    }

    /** Whether it may go on without anybody looking. */
    public boolean passed() {
        return verdict == GateVerdict.PASSED;
    }

    /** The same, with another profile: where it went is known only after the verdict. */
    public GateResult withProfile(@Nullable GateReference other) {
        return new GateResult(
                id,
                gate,
                subject,
                verdict,
                reason,
                startedAt,
                durationMillis,
                build,
                data,
                other,
                baseline,
                counts,
                metrics,
                findings,
                findingsOmitted);
    }
}
