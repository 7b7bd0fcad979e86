package io.weir.jenkins.gate;

import hudson.model.Api;
import hudson.model.Run;
import io.weir.gate.GateResult;
import io.weir.jenkins.Messages;
import io.weir.jenkins.access.WeirPermissions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/**
 * The gates of a build. Into {@code build.xml} goes the number of gates begun and nothing else; the rest are the files of
 * {@link GateFiles}.
 */
@ExportedBean
public final class GatesAction implements RunAction2, StaplerProxy {
    private int begun;
    private transient volatile @Nullable Run<?, ?> run;

    /** That of the build, added if there is none yet. */
    public static GatesAction of(Run<?, ?> build) {
        synchronized (build) {
            GatesAction known = build.getAction(GatesAction.class);
            if (known != null) {
                return known;
            }
            GatesAction fresh = new GatesAction();
            build.addAction(fresh);
            return fresh;
        }
    }

    /** The number of a gate that begins; several may run at once. */
    public int begin() throws IOException {
        int number;
        synchronized (this) {
            number = ++begun;
        }
        owner().save();
        return number;
    }

    /** Keeps what a gate decided, and adds it to the job's trend. */
    public void end(int number, GateResult result, GateFiles.Kind kind, byte[] report, byte @Nullable [] profile)
            throws IOException {
        files().write(number, result, kind, report, profile);
        GateHistory.add(owner().getParent().getRootDir().toPath(), result);
    }

    /** Replaces what a gate decided, now that it is known where its profile went. */
    public void update(int number, GateResult result) throws IOException {
        files().write(number, result);
    }

    GateFiles files() {
        return new GateFiles(owner().getRootDir().toPath());
    }

    private Run<?, ?> owner() {
        return Objects.requireNonNull(run, "the action is not part of a build yet");
    }

    /** Refuses the page to whoever may not see it. */
    @Override
    public Object getTarget() {
        Run<?, ?> build = run;
        if (build != null) {
            build.checkPermission(WeirPermissions.VIEW);
        }
        return this;
    }

    private boolean mayBeSeen() {
        Run<?, ?> build = run;
        return build != null && build.hasPermission(WeirPermissions.VIEW);
    }

    /** The gates, for the page and the remote API; empty for whoever may not see them, as the build's own API shows it. */
    @Exported(name = "gates")
    public List<GateView> getGates() {
        List<GateView> views = new ArrayList<>();
        if (mayBeSeen()) {
            for (GateFiles.Numbered each : files().results()) {
                views.add(view(each));
            }
        }
        return views;
    }

    /** One of them, for its own page, or null if there is none of that number. */
    public @Nullable GateView getGate(String number) {
        if (!mayBeSeen()) {
            return null;
        }
        return files().results().stream()
                .filter(each -> Integer.toString(each.number()).equals(number))
                .findFirst()
                .map(this::view)
                .orElse(null);
    }

    private GateView view(GateFiles.Numbered each) {
        return new GateView(owner(), each, files());
    }

    /** How many gates have begun and not decided: they run, failed to look at their data, or their files are lost. */
    public int getUndecided() {
        synchronized (this) {
            return Math.max(0, begun - files().results().size());
        }
    }

    /** The remote API. */
    public Api getApi() {
        return new Api(this);
    }

    /** The build, for the page's frame. */
    public @Nullable Run<?, ?> getRun() {
        return run;
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        this.run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        this.run = owner;
    }

    @Override
    public @Nullable String getIconFileName() {
        return mayBeSeen() ? "symbol-analytics" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.GatesAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "gates";
    }
}
