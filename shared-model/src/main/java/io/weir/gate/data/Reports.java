package io.weir.gate.data;

import io.weir.gate.GateFinding;
import io.weir.gate.JunitReport;
import io.weir.profile.ProfileJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the drafts of what a gate leaves in the workspace. */
final class Reports {
    private static final String NO_FAILURES = "file,row,column,value,rule\n";

    private Reports() {}

    static void write(
            DataGate.Outcome outcome,
            DataGateSettings settings,
            @Nullable Path failures,
            @Nullable Path profile,
            @Nullable Path junit)
            throws IOException {
        DataGateReport report = outcome.report();
        if (failures != null && report.checks().failureFile() == null) {
            // There whatever the data, so that archiving it needs no special case.
            Files.writeString(failures, NO_FAILURES, StandardCharsets.UTF_8);
        }
        if (profile != null) {
            Files.write(profile, ProfileJson.toBytes(outcome.profile()));
        }
        if (junit != null) {
            List<GateFinding> findings = Findings.of(report.checks(), report.drift(), settings.driftGravity());
            Files.writeString(
                    junit, JunitReport.of(String.join(", ", settings.data()), findings), StandardCharsets.UTF_8);
        }
    }
}
