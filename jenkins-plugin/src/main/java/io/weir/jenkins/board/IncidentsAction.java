package io.weir.jenkins.board;

import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Job;
import hudson.security.Permission;
import io.weir.jenkins.Messages;
import io.weir.jenkins.access.StartRules;
import io.weir.jenkins.access.WeirPermissions;
import io.weir.jenkins.delivery.JobHistory;
import io.weir.jenkins.trigger.Decision;
import io.weir.jenkins.trigger.Dispatcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.POST;

/** The page: deliveries of one job, newest first, and the buttons for those that wait. Made anew for each request. */
@ExportedBean
public final class IncidentsAction implements Action, StaplerProxy {
    /** More than anybody reads; the page says how many are left out. */
    static final int MAX_OPEN = 200;

    private final Job<?, ?> job;

    /** Of that job. */
    public IncidentsAction(Job<?, ?> job) {
        this.job = job;
    }

    /** The job, for the page's frame. */
    public Job<?, ?> getJob() {
        return job;
    }

    /** Refuses the page and its remote API to whoever may not see incidents. */
    @Override
    public Object getTarget() {
        job.checkPermission(WeirPermissions.VIEW);
        return this;
    }

    /** What waits or is queued, newest first; empty for whoever may not see it, as the job's own remote API shows it. */
    @Exported(name = "open")
    public List<DeliveryRow> getOpen() {
        return open().stream().limit(MAX_OPEN).toList();
    }

    /** How many of those are not shown. */
    @Exported
    public int getMoreOpen() {
        return Math.max(0, open().size() - MAX_OPEN);
    }

    private List<DeliveryRow> open() {
        List<DeliveryRow> rows = new ArrayList<>();
        if (job.hasPermission(WeirPermissions.VIEW)) {
            Dispatcher.get().open(job.getFullName()).forEach(one -> rows.add(DeliveryRow.open(job, one)));
        }
        return rows.reversed();
    }

    /** The last {@value JobHistory#MAX} that are over, newest first. */
    @Exported(name = "over")
    public List<DeliveryRow> getOver() {
        return !job.hasPermission(WeirPermissions.VIEW)
                ? List.of()
                : JobHistory.read(job.getRootDir().toPath()).stream()
                        .map(one -> new DeliveryRow(job, one))
                        .toList();
    }

    /** Why incidents don't start this job at all, or null if they do. */
    @Exported
    public @Nullable String getRefusal() {
        return StartRules.refusal(job);
    }

    /** The remote API. */
    public Api getApi() {
        return new Api(this);
    }

    /** Whether the caller may approve and reject. */
    public boolean mayApprove() {
        return job.hasPermission(WeirPermissions.APPROVE);
    }

    /** Whether the caller may start and drop what is held. */
    public boolean mayOverride() {
        return job.hasPermission(WeirPermissions.OVERRIDE);
    }

    /** Lets a delivery that awaits approval start a build, within the trigger's limits. */
    @POST
    public HttpResponse doApprove(@QueryParameter String delivery) throws IOException {
        return decide(delivery, Decision.APPROVE, WeirPermissions.APPROVE);
    }

    /** Drops a delivery that awaits approval. */
    @POST
    public HttpResponse doReject(@QueryParameter String delivery) throws IOException {
        return decide(delivery, Decision.REJECT, WeirPermissions.APPROVE);
    }

    /** Starts a held delivery now, whatever holds it. */
    @POST
    public HttpResponse doStart(@QueryParameter String delivery) throws IOException {
        return decide(delivery, Decision.START, WeirPermissions.OVERRIDE);
    }

    /** Drops a held delivery. */
    @POST
    public HttpResponse doDrop(@QueryParameter String delivery) throws IOException {
        return decide(delivery, Decision.DROP, WeirPermissions.OVERRIDE);
    }

    private HttpResponse decide(String delivery, Decision decision, Permission needed) throws IOException {
        job.checkPermission(needed);
        String user = Jenkins.getAuthentication2().getName();
        if (!Dispatcher.get().decide(delivery, job.getFullName(), decision, user)) {
            throw HttpResponses.errorWithoutStack(409, Messages.IncidentsAction_tooLate());
        }
        return HttpResponses.redirectToDot();
    }

    @Override
    public @Nullable String getIconFileName() {
        return job.hasPermission(WeirPermissions.VIEW) ? "symbol-warning" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.IncidentsAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "incidents";
    }
}
