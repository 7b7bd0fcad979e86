package io.weir.gate.data;

import io.weir.drift.ColumnDrift;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftVerdict;
import io.weir.drift.MeasuredDrift;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.schema.Gravity;
import io.weir.validation.CheckResult;
import io.weir.validation.ValidationResult;
import io.weir.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks and comparisons as findings of a gate, and their sentence. */
public final class Findings {
    /** Name of the finding that a column of the baseline is not there. */
    public static final String COLUMN_GONE = "column_gone";

    private static final int NAMED = 3;

    private Findings() {}

    /**
     * All findings.
     *
     * @param drift comparison with the baseline, or null if there was none
     * @param driftGravity how bad drift is
     */
    public static List<GateFinding> of(ValidationResult checks, @Nullable DriftReport drift, Gravity driftGravity) {
        List<GateFinding> findings = new ArrayList<>();
        checks.results().forEach(result -> findings.add(of(result)));
        if (drift != null) {
            for (String column : drift.onlyInReference()) {
                findings.add(new GateFinding(
                        GateFinding.DRIFT,
                        COLUMN_GONE,
                        column,
                        Gravity.WARNING,
                        FindingOutcome.FAILED,
                        "the baseline has the column '" + column + "', the data have not"));
            }
            for (ColumnDrift column : drift.columns()) {
                column.measures().forEach(measure -> findings.add(of(column.name(), measure, driftGravity)));
            }
        }
        return findings;
    }

    private static GateFinding of(CheckResult result) {
        String column = result.columns().size() == 1 ? result.columns().getFirst() : null;
        return new GateFinding(
                GateFinding.CHECK, result.name(), column, result.gravity(), outcome(result.verdict()), result.reason());
    }

    private static GateFinding of(String column, MeasuredDrift measure, Gravity gravity) {
        return new GateFinding(
                GateFinding.DRIFT,
                measure.measure().id(),
                column,
                gravity,
                outcome(measure.verdict()),
                measure.reason());
    }

    private static FindingOutcome outcome(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> FindingOutcome.PASSED;
            case FAILED -> FindingOutcome.FAILED;
            case UNDECIDED -> FindingOutcome.UNDECIDED;
        };
    }

    private static FindingOutcome outcome(DriftVerdict verdict) {
        return switch (verdict) {
            case STABLE -> FindingOutcome.PASSED;
            case DRIFTED -> FindingOutcome.FAILED;
            case INSUFFICIENT_EVIDENCE -> FindingOutcome.UNDECIDED;
        };
    }

    /** One line for a person: what failed first, then how the data compare. */
    public static String reason(ValidationResult checks, @Nullable DriftReport drift) {
        return drift == null ? ofChecks(checks) : ofChecks(checks) + " " + ofDrift(drift);
    }

    private static String ofChecks(ValidationResult checks) {
        int all = checks.results().size();
        List<CheckResult> failed = checks.failed(Gravity.INFO);
        if (failed.isEmpty()) {
            return all == 0 ? "No checks were asked for." : "All " + all + " checks hold.";
        }
        String named = failed.stream()
                .limit(NAMED)
                .map(result -> result.name() + " (" + result.reason() + ")")
                .collect(Collectors.joining("; "));
        return failed.size() + " of " + all + " checks failed: " + named + (failed.size() > NAMED ? "; …" : "") + ".";
    }

    private static String ofDrift(DriftReport drift) {
        String gone = drift.onlyInReference().isEmpty()
                ? ""
                : " Gone: " + drift.onlyInReference().stream().limit(NAMED).collect(Collectors.joining(", "))
                        + (drift.onlyInReference().size() > NAMED ? ", …" : "") + ".";
        return "Against " + drift.reference() + ": " + drift.reason() + gone;
    }
}
