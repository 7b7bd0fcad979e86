package io.weir.jenkins.validation;

import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateResult;
import io.weir.gate.data.DataGateReport;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** What came of it, for the build's log: a line of figures, the worst findings, and the verdict. */
final class Summary {
    private static final int SHOWN = 20;

    private Summary() {}

    static void print(GateResult result, DataGateReport report, PrintStream log) {
        log.println("[weir] " + result.subject() + ": " + report.data().rows() + " rows, "
                + report.data().columns() + " columns of " + report.data().files() + " file(s) in "
                + result.durationMillis() + " ms");
        List<GateFinding> shown = result.findings().stream()
                .filter(finding -> finding.outcome() == FindingOutcome.FAILED
                        || finding.outcome() == FindingOutcome.UNDECIDED
                                && finding.kind().equals(GateFinding.DRIFT))
                .sorted(Comparator.comparing(GateFinding::outcome).thenComparing(GateFinding::gravity))
                .toList();
        for (GateFinding finding : shown.subList(0, Math.min(SHOWN, shown.size()))) {
            String severity = finding.outcome() == FindingOutcome.FAILED
                    ? finding.gravity().id()
                    : "open";
            log.println("[weir]   " + severity + "  " + name(finding) + ": " + line(finding.reason()));
        }
        if (shown.size() > SHOWN) {
            log.println("[weir]   … and " + (shown.size() - SHOWN) + " more, on the build's page");
        }
        log.println("[weir] " + result.verdict().id() + ": " + line(result.reason()));
    }

    private static String name(GateFinding finding) {
        return finding.kind().equals(GateFinding.DRIFT)
                ? "drift of '" + line(String.valueOf(finding.column())) + "'"
                : line(finding.name());
    }

    /** Data must not write lines of their own into the log. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
