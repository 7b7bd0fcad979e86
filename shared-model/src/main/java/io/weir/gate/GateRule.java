package io.weir.gate;

import io.weir.schema.Gravity;
import java.util.List;

/**
 * How findings become a verdict.
 *
 * @param failOn findings that fail the gate
 * @param unstableOn findings that make it unstable
 * @param insufficient what follows from comparisons that the data do not settle
 */
public record GateRule(SeverityThreshold failOn, SeverityThreshold unstableOn, InsufficientEvidence insufficient) {
    /** Errors fail, warnings make unstable, and so does what the data do not tell. */
    public static final GateRule DEFAULT = new GateRule(
            new SeverityThreshold(Gravity.ERROR),
            new SeverityThreshold(Gravity.WARNING),
            InsufficientEvidence.UNSTABLE);

    /** The verdict. Checks that had nothing to look at do not count; all else that is open does. */
    public GateVerdict judge(List<GateFinding> findings) {
        boolean open = findings.stream().anyMatch(GateFinding::isOpen);
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

    private static boolean any(List<GateFinding> findings, SeverityThreshold threshold) {
        return findings.stream()
                .anyMatch(one -> one.outcome() == FindingOutcome.FAILED && threshold.isReachedBy(one.gravity()));
    }
}
