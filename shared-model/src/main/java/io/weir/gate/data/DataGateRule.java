package io.weir.gate.data;

import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateVerdict;
import io.weir.schema.Gravity;
import java.util.List;

/**
 * How findings become a verdict.
 *
 * @param failOn findings that fail the gate
 * @param unstableOn findings that make it unstable
 * @param insufficient what follows from comparisons that the data do not settle
 */
public record DataGateRule(Threshold failOn, Threshold unstableOn, InsufficientEvidence insufficient) {
    /** Errors fail, warnings make unstable, and so does what the data do not tell. */
    public static final DataGateRule DEFAULT = new DataGateRule(
            new Threshold(Gravity.ERROR), new Threshold(Gravity.WARNING), InsufficientEvidence.UNSTABLE);

    /** The verdict. Checks that had nothing to look at do not count, comparisons with the baseline do. */
    public GateVerdict judge(List<GateFinding> findings) {
        boolean open = findings.stream().anyMatch(DataGateRule::isOpenComparison);
        if (any(findings, failOn) || open && insufficient == InsufficientEvidence.FAIL) {
            return GateVerdict.FAILED;
        }
        if (any(findings, unstableOn)) {
            return GateVerdict.UNSTABLE;
        }
        return open && insufficient == InsufficientEvidence.UNSTABLE
                ? GateVerdict.INSUFFICIENT_EVIDENCE
                : GateVerdict.PASSED;
    }

    private static boolean any(List<GateFinding> findings, Threshold threshold) {
        return findings.stream()
                .anyMatch(one -> one.outcome() == FindingOutcome.FAILED && threshold.isReachedBy(one.gravity()));
    }

    private static boolean isOpenComparison(GateFinding finding) {
        return finding.outcome() == FindingOutcome.UNDECIDED && finding.kind().equals(GateFinding.DRIFT);
    }
}
