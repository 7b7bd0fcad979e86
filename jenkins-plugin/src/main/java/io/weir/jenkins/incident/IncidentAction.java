package io.weir.jenkins.incident;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Queue;
import hudson.model.Run;
import io.weir.incident.Incident;
import io.weir.incident.Outcome;
import io.weir.jenkins.Messages;
import io.weir.jenkins.access.WeirPermissions;
import io.weir.jenkins.delivery.Delivery;
import io.weir.jenkins.delivery.DeliveryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * Ties a build to the deliveries that started it. In the queue it keeps builds for different deliveries apart and equal
 * ones together; on the build it is the page about the incidents.
 */
@ExportedBean
public final class IncidentAction implements RunAction2, Queue.QueueAction, StaplerProxy {
    /** So many incidents share one build at most; more get a further build. */
    public static final int MAX_INCIDENTS = 100;

    private static final Logger LOGGER = Logger.getLogger(IncidentAction.class.getName());

    private final ArrayList<String> deliveryIds;
    private transient volatile @Nullable Run<?, ?> run;
    private transient @Nullable IncidentRecord record;

    /** Of these deliveries. */
    public IncidentAction(Collection<String> deliveryIds) {
        this.deliveryIds = new ArrayList<>(deliveryIds);
    }

    /** The deliveries that started the build. */
    public List<String> getDeliveryIds() {
        return Collections.unmodifiableList(deliveryIds);
    }

    /** The incidents that started the build, as they were then. Empty if their file can't be read. */
    public List<Incident> incidents() {
        return record().incidents();
    }

    /** What the build has reported so far. */
    public List<Reported> reported() {
        return record().reported();
    }

    /** The incidents for the page and the remote API. */
    @Exported(name = "incidents")
    public List<IncidentView> getIncidentViews() {
        List<IncidentView> views = new ArrayList<>();
        if (!mayBeSeen()) {
            return views;
        }
        for (Incident incident : incidents()) {
            views.add(new IncidentView(incident, views.size()));
        }
        return views;
    }

    /** What this build has done, for the page and the remote API. */
    @Exported(name = "reported")
    public List<TimelineEntry> getReportedLines() {
        return !mayBeSeen()
                ? List.of()
                : reported().stream()
                        .map(line -> new TimelineEntry(line.at(), line.outcome().id(), "", line.note()))
                        .toList();
    }

    /** Refuses the page, its picture and its remote API to whoever may not see incidents. */
    @Override
    public Object getTarget() {
        Run<?, ?> owner = run;
        if (owner != null) {
            owner.checkPermission(WeirPermissions.VIEW);
        }
        return this;
    }

    /** The build's own remote API shows its actions without asking them for their target. */
    private boolean mayBeSeen() {
        Run<?, ?> owner = run;
        return owner != null && owner.hasPermission(WeirPermissions.VIEW);
    }

    /** The build, for the page's frame. */
    public @Nullable Run<?, ?> getRun() {
        return run;
    }

    /** The remote API. */
    public Api getApi() {
        return new Api(this);
    }

    /** Adds a line to what the build has reported. */
    synchronized void addReported(Reported line) throws IOException {
        IncidentRecord changed = record().with(line);
        changed.write(directory());
        record = changed;
    }

    /** Whether the build has reported anything but its start. */
    boolean hasSpoken() {
        return reported().stream().anyMatch(line -> line.outcome() != Outcome.STARTED);
    }

    @Override
    public boolean shouldSchedule(List<Action> actions) {
        return actions.stream()
                .filter(IncidentAction.class::isInstance)
                .map(IncidentAction.class::cast)
                .allMatch(other -> Collections.disjoint(other.deliveryIds, deliveryIds));
    }

    /** Copies the incidents into the build's directory: deliveries are forgotten one day, builds keep theirs. */
    @Override
    public synchronized void onAttached(Run<?, ?> owner) {
        this.run = owner;
        List<Incident> incidents = new ArrayList<>();
        try {
            for (String id : deliveryIds) {
                Delivery delivery = DeliveryStore.get().find(id);
                if (delivery != null) {
                    incidents.add(delivery.event().incident());
                }
            }
            IncidentRecord fresh = new IncidentRecord(incidents, List.of());
            fresh.write(directory());
            record = fresh;
        } catch (IOException | IllegalArgumentException e) {
            LOGGER.log(Level.SEVERE, e, () -> "can't keep the incidents of " + owner);
        }
    }

    @Override
    public synchronized void onLoad(Run<?, ?> owner) {
        this.run = owner;
    }

    private synchronized IncidentRecord record() {
        IncidentRecord known = record;
        if (known == null) {
            try {
                known = IncidentRecord.read(directory());
            } catch (IOException | IllegalArgumentException e) {
                LOGGER.log(Level.WARNING, e, () -> "can't read the incidents of " + run);
                known = new IncidentRecord(List.of(), List.of());
            }
            record = known;
        }
        return known;
    }

    private Path directory() throws IOException {
        Run<?, ?> owner = run;
        if (owner == null) {
            throw new IOException("the action is not part of a build yet");
        }
        return owner.getRootDir().toPath();
    }

    @Override
    public @Nullable String getIconFileName() {
        return mayBeSeen() ? "symbol-warning" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.IncidentAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "incident";
    }
}
