package io.weir.jenkins.gate;

import io.weir.evaluation.verdict.Numbers;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateData;
import io.weir.gate.GateFinding;
import io.weir.gate.GateMetric;
import io.weir.gate.GateResult;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** What came of it, for the build's log: a line of figures, the worst findings, and the verdict. */
final class Summary {
    private static final int SHOWN = 20;
    private static final int METRICS = 10;

    private Summary() {}

    static void print(GateResult result, PrintStream log) {
        GateData data = result.data();
        if (data != null) {
            log.println("[weir] " + line(result.subject()) + ": " + data.rows() + " rows, " + data.columns()
                    + " columns of " + data.files() + " file(s) in " + result.durationMillis() + " ms");
        }
        result.metrics().stream().limit(METRICS).forEach(metric -> log.println("[weir]   " + shown(metric)));
        List<GateFinding> shown = result.findings().stream()
                .filter(finding -> finding.outcome() == FindingOutcome.FAILED || finding.isOpen())
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

    private static String shown(GateMetric metric) {
        return metric.name() + " " + Numbers.shown(metric.value())
                + (metric.hasInterval()
                        ? " (" + Numbers.shown(metric.low()) + " to " + Numbers.shown(metric.high()) + ")"
                        : "");
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
