package io.weir.jenkins.validation;

import hudson.model.Run;
import io.weir.gate.GateBuild;
import io.weir.gate.GateCounts;
import io.weir.gate.GateFinding;
import io.weir.gate.GateResult;
import io.weir.gate.data.DataGateReport;
import io.weir.gate.data.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jenkins.model.Jenkins;

/** Turns what the agent found into a gate's result, on the controller, where the rule is. */
final class Decision {
    private static final String GATE = "validateData";

    private Decision() {}

    static GateResult of(Parameters parameters, Run<?, ?> build, int number, Instant began, DataGateReport report) {
        List<GateFinding> findings = Findings.of(
                report.checks(), report.drift(), parameters.settings(1, 1).driftGravity());
        String root = Jenkins.get().getRootUrl();
        GateBuild where = new GateBuild(
                build.getParent().getFullName(), build.getNumber(), root == null ? null : root + build.getUrl());
        return new GateResult(
                GateResult.idOf(GATE, where, began, Integer.toString(number)),
                GATE,
                parameters.name.isEmpty() ? parameters.data : parameters.name,
                parameters.rule().judge(findings),
                Findings.reason(report.checks(), report.drift()),
                began,
                Duration.between(began, Instant.now()).toMillis(),
                where,
                report.data(),
                null,
                report.baseline(),
                GateCounts.of(findings),
                findings,
                0);
    }
}
