package io.weir.jenkins.gate;

import hudson.model.Run;
import io.weir.gate.GateResult;
import io.weir.jenkins.Messages;
import io.weir.jenkins.access.WeirPermissions;
import java.io.IOException;
import java.util.Objects;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;
import org.kohsuke.stapler.StaplerProxy;

/**
 * The gates of a build. Into {@code build.xml} goes the number of gates begun and nothing else; the rest are the files of
 * {@link GateFiles}.
 */
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

    /** Keeps what a gate decided. */
    public void end(int number, GateResult result, byte[] report, byte @Nullable [] profile) throws IOException {
        files().write(number, result, report, profile);
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
