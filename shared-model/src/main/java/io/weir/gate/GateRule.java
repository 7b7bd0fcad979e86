package io.weir.gate;

import io.weir.json.InvalidJsonException;
import io.weir.schema.Gravity;
import java.util.List;
import java.util.function.Function;

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

    /**
     * Reads a rule as people write it.
     *
     * @throws InvalidJsonException naming the parameter, the word and what is allowed
     */
    public static GateRule read(String failOn, String unstableOn, String insufficientEvidence) {
        return new GateRule(
                read("failOn", failOn, SeverityThreshold::of),
                read("unstableOn", unstableOn, SeverityThreshold::of),
                read("insufficientEvidence", insufficientEvidence, InsufficientEvidence::of));
    }

    private static <T> T read(String parameter, String word, Function<String, T> reader) {
        try {
            return reader.apply(word);
        } catch (IllegalArgumentException e) {
            throw new InvalidJsonException(parameter + ": " + e.getMessage());
        }
    }

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
