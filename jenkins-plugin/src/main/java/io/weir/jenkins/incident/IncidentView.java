package io.weir.jenkins.incident;

import io.weir.incident.HistoryEntry;
import io.weir.incident.Incident;
import io.weir.incident.IncidentState;
import io.weir.incident.MetricWindow;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** An incident on the page and in the remote API. All texts come from outside; the page escapes them. */
@ExportedBean(defaultVisibility = 2)
public final class IncidentView {
    private final Incident incident;
    private final int index;

    IncidentView(Incident incident, int index) {
        this.incident = incident;
        this.index = index;
    }

    /** Its id. */
    @Exported
    public String getId() {
        return incident.id();
    }

    /** One line. */
    @Exported
    public String getTitle() {
        return incident.title();
    }

    /** Why it was opened. */
    @Exported
    public String getReason() {
        return incident.reason();
    }

    /** How bad it is. */
    @Exported
    public String getSeverity() {
        return incident.severity().id();
    }

    /** Where it stood when it started the build. */
    @Exported
    public String getState() {
        return incident.state().id();
    }

    /** The service it is about, or empty. */
    @Exported
    public String getService() {
        return Services.of(incident);
    }

    /** The detector that opened it. */
    @Exported
    public String getDetector() {
        return incident.detectorId();
    }

    /** Start of its first bad interval, in UTC. */
    @Exported
    public String getStartedAt() {
        return incident.startedAt().toString();
    }

    /** When it was opened, in UTC. */
    @Exported
    public String getOpenedAt() {
        return incident.openedAt().toString();
    }

    /** What had become of it when it started the build. */
    @Exported
    public List<TimelineEntry> getTimeline() {
        return incident.history().stream().map(IncidentView::line).toList();
    }

    /** Its metric as SVG, escaped; empty if it came without. */
    public String getPicture() {
        MetricWindow series = incident.series();
        return series == null ? "" : IncidentPicture.of(series, index);
    }

    private static TimelineEntry line(HistoryEntry entry) {
        IncidentState to = entry.to();
        return new TimelineEntry(entry.at(), to == null ? "note" : to.id(), entry.by(), entry.note());
    }
}
