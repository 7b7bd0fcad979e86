package io.weir.jenkins.validation;

import io.weir.drift.ColumnDrift;
import io.weir.drift.DriftReport;
import io.weir.drift.DriftVerdict;
import io.weir.gate.FindingOutcome;
import io.weir.gate.GateFinding;
import io.weir.gate.GateReference;
import io.weir.gate.GateResult;
import io.weir.gate.data.DataGateReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result as a Jenkinsfile sees it: maps, lists, texts, numbers and truth values, which a running build can keep. */
final class Facts {
    /** Most anomalies; the failing rows are all in their file. */
    static final int MAX_ANOMALIES = 100;

    private Facts() {}

    static Map<String, Object> of(GateResult result, DataGateReport report, Parameters parameters) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("passed", result.passed());
        facts.put("verdict", result.verdict().id());
        facts.put("reason", result.reason());
        facts.put("name", result.subject());
        facts.put("rows", report.data().rows());
        facts.put("columns", report.data().columns());
        facts.put("files", report.data().files());
        facts.put("digest", report.data().digest());
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("passed", result.counts().passed());
        counts.put("failed", result.counts().failed());
        counts.put("warned", result.counts().warned());
        counts.put("undecided", result.counts().undecided());
        facts.put("counts", counts);
        facts.put("anomalies", anomalies(result.findings()));
        facts.put("drift", drift(report.drift()));
        facts.put("baseline", name(result.baseline()));
        facts.put("profileId", name(result.profile()));
        facts.put("failures", emptyAsNull(parameters.failures));
        facts.put("profile", emptyAsNull(parameters.profile));
        facts.put("report", emptyAsNull(parameters.report));
        facts.put("inferredSchema", emptyAsNull(parameters.inferredSchema));
        facts.put("lineage", emptyAsNull(parameters.lineage));
        facts.put("id", result.id());
        return facts;
    }

    private static @Nullable String name(@Nullable GateReference reference) {
        return reference == null ? null : reference.name();
    }

    private static List<Map<String, Object>> anomalies(List<GateFinding> findings) {
        List<Map<String, Object>> anomalies = new ArrayList<>();
        for (GateFinding finding : findings) {
            if (finding.outcome() == FindingOutcome.FAILED && anomalies.size() < MAX_ANOMALIES) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("kind", finding.kind());
                one.put("name", finding.name());
                one.put("column", finding.column());
                one.put("severity", finding.gravity().id());
                one.put("reason", finding.reason());
                anomalies.add(one);
            }
        }
        return anomalies;
    }

    private static @Nullable Map<String, Object> drift(@Nullable DriftReport drift) {
        if (drift == null) {
            return null;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("verdict", drift.verdict().id());
        facts.put("reason", drift.reason());
        facts.put("drifted", names(drift, DriftVerdict.DRIFTED));
        facts.put("insufficient", names(drift, DriftVerdict.INSUFFICIENT_EVIDENCE));
        facts.put("stable", names(drift, DriftVerdict.STABLE));
        return facts;
    }

    private static List<String> names(DriftReport drift, DriftVerdict verdict) {
        List<String> names = new ArrayList<>();
        drift.columns().stream()
                .filter(column -> column.verdict() == verdict)
                .map(ColumnDrift::name)
                .forEach(names::add);
        return names;
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
