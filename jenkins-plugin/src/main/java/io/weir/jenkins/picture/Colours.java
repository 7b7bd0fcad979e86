package io.weir.jenkins.picture;

import io.weir.evaluation.verdict.Verdict;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateVerdict;
import io.weir.schema.Gravity;

/** Classes of Jenkins' style sheet, whose colours follow the theme. */
public final class Colours {
    /** Something does not hold. */
    public static final String ERROR = "jenkins-!-error-color";

    /** Somebody should look. */
    public static final String WARNING = "jenkins-!-warning-color";

    /** It holds. */
    public static final String SUCCESS = "jenkins-!-success-color";

    /** Neither. */
    public static final String NEUTRAL = "jenkins-!-text-color-secondary";

    private Colours() {}

    /** Of what was decided. */
    public static String of(GateVerdict verdict) {
        return switch (verdict) {
            case PASSED -> SUCCESS;
            case FAILED -> ERROR;
            case UNSTABLE, INSUFFICIENT_EVIDENCE -> WARNING;
        };
    }

    /** Of what came of one thing. */
    public static String of(FindingOutcome outcome, Gravity gravity) {
        return switch (outcome) {
            case PASSED -> SUCCESS;
            case UNDECIDED -> NEUTRAL;
            case FAILED -> gravity == Gravity.ERROR ? ERROR : WARNING;
        };
    }

    /** The same as a paint of SVG. */
    public static String paint(GateVerdict verdict) {
        return switch (verdict) {
            case PASSED -> "var(--success-color, #080)";
            case FAILED -> "var(--error-color, #c00)";
            case UNSTABLE, INSUFFICIENT_EVIDENCE -> "var(--warning-color, #c60)";
        };
    }

    /** Of a verdict on a model. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> SUCCESS;
            case FAIL -> ERROR;
            case INSUFFICIENT_EVIDENCE -> WARNING;
        };
    }
}
