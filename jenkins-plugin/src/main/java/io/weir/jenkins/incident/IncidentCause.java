package io.weir.jenkins.incident;

import hudson.model.Cause;
import io.weir.incident.Incident;
import io.weir.jenkins.Messages;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A build was started by one or more incidents. Plain text from outside: whoever shows it escapes it. */
public final class IncidentCause extends Cause {
    private final String incidentId;
    private final String title;
    private final String severity;
    private final int count;

    /** By these incidents, of which the first is named. */
    public IncidentCause(List<Incident> incidents) {
        Incident first = incidents.getFirst();
        this.incidentId = first.id();
        this.title = first.title();
        this.severity = first.severity().id();
        this.count = incidents.size();
    }

    /** Id of the first incident. */
    public String getIncidentId() {
        return incidentId;
    }

    /** How many incidents there are. */
    public int getCount() {
        return count;
    }

    @Override
    public String getShortDescription() {
        return count == 1
                ? Messages.IncidentCause_one(incidentId, severity, title)
                : Messages.IncidentCause_many(count, incidentId, severity, title);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IncidentCause cause
                && cause.incidentId.equals(incidentId)
                && cause.count == count
                && cause.title.equals(title)
                && cause.severity.equals(severity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(incidentId, title, severity, count);
    }
}
