package io.weir.jenkins.board;

import hudson.model.Job;
import io.weir.jenkins.Messages;
import io.weir.jenkins.delivery.Assignment;
import io.weir.jenkins.delivery.Assignment.Phase;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.JobDelivery;
import io.weir.jenkins.incident.Services;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** A delivery on the page and in the remote API. Its texts come from outside; the page escapes them. */
@ExportedBean(defaultVisibility = 2)
public final class DeliveryRow {
    private final Job<?, ?> job;
    private final JobDelivery line;

    DeliveryRow(Job<?, ?> job, JobDelivery line) {
        this.job = job;
        this.line = line;
    }

    /** One that is still open. */
    static DeliveryRow open(Job<?, ?> job, Delivery delivery) {
        Assignment one = delivery.assignments().stream()
                .filter(any -> any.job().equals(job.getFullName()))
                .findFirst()
                .orElseThrow();
        // Only what exceeds maxRunning begins to be held later than it came in.
        boolean later = one.phase() == Phase.WAITING && one.reason().equals("maxRunning");
        Instant since = later ? one.notBefore() : delivery.receivedAt();
        return new DeliveryRow(
                job, JobDelivery.of(delivery, one, Services.of(delivery.event().incident()), since));
    }

    /** The delivery's id. */
    @Exported
    public String getId() {
        return line.id();
    }

    /** The incident's id. */
    @Exported
    public String getIncident() {
        return line.incident();
    }

    /** One line on the incident. */
    @Exported
    public String getTitle() {
        return line.title();
    }

    /** How bad it is. */
    @Exported
    public String getSeverity() {
        return line.severity();
    }

    /** The service it is about, or empty. */
    @Exported
    public String getService() {
        return line.service();
    }

    /** awaiting, waiting, held, queued, started or dropped. */
    @Exported
    public String getState() {
        return isHeld() ? "held" : phase().id();
    }

    /** Why it is held or was dropped: cooldown, maxRunning, storm, approval, or a phrase; empty if neither. */
    @Exported
    public String getReason() {
        return line.assignment().reason();
    }

    /** When it came in, in UTC. */
    @Exported
    public String getReceivedAt() {
        return text(line.receivedAt());
    }

    /** Since when it is in this state, in UTC. */
    @Exported
    public String getSince() {
        return text(line.changedAt());
    }

    /** Until when it is held, in UTC; null if that is not a matter of time. */
    @Exported
    public @Nullable String getUntil() {
        return isHeld() && line.assignment().notBefore().isAfter(Instant.now())
                ? text(line.assignment().notBefore())
                : null;
    }

    /** Number of its build, or null. */
    @Exported
    public @Nullable Long getBuild() {
        return phase() == Phase.STARTED ? line.assignment().number() : null;
    }

    /** Address of its build relative to Jenkins' root, or null if there is none (any more). */
    public @Nullable String getBuildUrl() {
        Long number = getBuild();
        return number == null || job.getBuildByNumber(number.intValue()) == null ? null : job.getUrl() + number + "/";
    }

    /** Id of the user who approved it, or empty. */
    @Exported
    public String getApprovedBy() {
        return line.assignment().decisions().approvedBy();
    }

    /** Id of the user who started it although it was held, or empty. */
    @Exported
    public String getStartedBy() {
        return line.assignment().decisions().startedBy();
    }

    /** Its state for people. */
    public String getStateText() {
        return switch (getState()) {
            case "awaiting" -> Messages.DeliveryRow_awaiting();
            case "held" -> Messages.DeliveryRow_held();
            case "waiting" -> Messages.DeliveryRow_waiting();
            case "queued" -> Messages.DeliveryRow_queued();
            case "started" -> Messages.DeliveryRow_started();
            default -> Messages.DeliveryRow_dropped();
        };
    }

    /** Why, and by whom, for people; possibly empty. */
    public String getWhy() {
        if (!getApprovedBy().isEmpty() && phase() == Phase.STARTED) {
            return Messages.DeliveryRow_approvedBy(getApprovedBy());
        }
        if (!getStartedBy().isEmpty()) {
            return Messages.DeliveryRow_startedBy(getStartedBy());
        }
        String until = getUntil();
        return switch (isHeld() ? getReason() : "") {
            case "cooldown" -> Messages.DeliveryRow_cooldown(String.valueOf(until));
            case "storm" -> Messages.DeliveryRow_storm(String.valueOf(until));
            case "maxRunning" -> Messages.DeliveryRow_maxRunning();
            default -> phase() == Phase.DROPPED ? getReason() : "";
        };
    }

    /** Whether a person has to approve it first. */
    public boolean isAwaiting() {
        return phase() == Phase.AWAITING;
    }

    /** Whether a limit of the trigger holds it. */
    public boolean isHeld() {
        return phase() == Phase.WAITING && !getReason().isEmpty();
    }

    private Phase phase() {
        return line.assignment().phase();
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
