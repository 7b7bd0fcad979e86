package io.weir.jenkins.gate;

import io.weir.gate.FindingOutcome;
import io.weir.gate.GateVerdict;
import io.weir.schema.Gravity;

/** Classes of Jenkins' style sheet, whose colours follow the theme. */
final class Colours {
    static final String ERROR = "jenkins-!-error-color";
    static final String WARNING = "jenkins-!-warning-color";
    static final String SUCCESS = "jenkins-!-success-color";
    static final String NEUTRAL = "jenkins-!-text-color-secondary";

    private Colours() {}

    static String of(GateVerdict verdict) {
        return switch (verdict) {
            case PASSED -> SUCCESS;
            case FAILED -> ERROR;
            case UNSTABLE, INSUFFICIENT_EVIDENCE -> WARNING;
        };
    }

    static String of(FindingOutcome outcome, Gravity gravity) {
        return switch (outcome) {
            case PASSED -> SUCCESS;
            case UNDECIDED -> NEUTRAL;
            case FAILED -> gravity == Gravity.ERROR ? ERROR : WARNING;
        };
    }

    /** The same as a paint of SVG. */
    static String paint(GateVerdict verdict) {
        return switch (verdict) {
            case PASSED -> "var(--success-color, #080)";
            case FAILED -> "var(--error-color, #c00)";
            case UNSTABLE, INSUFFICIENT_EVIDENCE -> "var(--warning-color, #c60)";
        };
    }
}
