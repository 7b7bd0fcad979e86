package io.weir.jenkins.incident;

import hudson.model.Run;
import io.weir.incident.Fingerprint;
import io.weir.incident.Incident;
import io.weir.incident.Outcome;
import io.weir.jenkins.report.Report;
import io.weir.jenkins.report.ReportQueue;
import io.weir.jenkins.report.Target;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;

/** Turns what a build says into reports, one for each of its incidents. */
final class BuildReports {
    private BuildReports() {}

    /** Reports; on return the reports are on disk. The same words from the same build are the same report. */
    static void report(Run<?, ?> build, IncidentAction action, Outcome outcome, String note) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (Incident incident : action.incidents()) {
            ReportQueue.get().add(report(build, incident, outcome, note, now));
        }
        action.addReported(new Reported(now, outcome, note));
    }

    private static Report report(Run<?, ?> build, Incident incident, Outcome outcome, String note, Instant now) {
        String id = Fingerprint.of(
                build.getParent().getFullName(),
                Integer.toString(build.getNumber()),
                // A deleted and recreated job counts from 1 again.
                Long.toString(build.getStartTimeInMillis()),
                incident.id(),
                outcome.id(),
                note);
        String name = Objects.requireNonNullElse(build.getFullDisplayName(), build.getExternalizableId());
        String scope = Target.of(build.getParent());
        return new Report(id, scope, incident.id(), outcome, note, "jenkins " + name, url(build), now, 0, now);
    }

    private static @Nullable String url(Run<?, ?> build) {
        String root = Jenkins.get().getRootUrl();
        return root == null ? null : root + build.getUrl();
    }
}
