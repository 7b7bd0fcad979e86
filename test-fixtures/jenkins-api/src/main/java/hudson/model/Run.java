package hudson.model;

import hudson.ExtensionPoint;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import io.weir.fixtures.jenkinsapi.HostOnly;
import java.io.File;
import java.util.List;
import jenkins.model.RunAction2;
import org.jspecify.annotations.Nullable;

/** A build. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint, AccessControlled, Saveable {
    /** For the host, which makes its own. */
    @HostOnly
    protected Run() {}

    /** May change this build's description and what it reported. */
    public static final Permission UPDATE = new Permission("hudson.model.Run.Update");

    /** Its job. */
    public abstract JobT getParent();

    /** Its number within the job. */
    public abstract int getNumber();

    /** What it came to, or null while that is open. */
    public abstract @Nullable Result getResult();

    /** Makes the result at least as bad as that one. */
    public abstract void setResult(Result result);

    /** Whether it still runs. */
    public abstract boolean isBuilding();

    /** Directory of its files. */
    public abstract File getRootDir();

    /** Address relative to the root, with a slash at its end. */
    public abstract String getUrl();

    /** The build before, or null. */
    public abstract @Nullable RunT getPreviousBuild();

    /** When it started, in milliseconds since the epoch. */
    public abstract long getStartTimeInMillis();

    /** How long it took, in milliseconds; 0 while it runs. */
    public abstract long getDuration();

    /** Id it had in the queue. */
    public abstract long getQueueId();

    /** Job and number for people. */
    public String getFullDisplayName() {
        return getParent().getFullName() + " #" + getNumber();
    }

    /** Job and number in one string that finds it again. */
    public final String getExternalizableId() {
        return getParent().getFullName() + "#" + getNumber();
    }

    @Override
    public String getDisplayName() {
        return "#" + getNumber();
    }

    /** Why it was started. */
    public List<Cause> getCauses() {
        CauseAction action = getAction(CauseAction.class);
        return action == null ? List.of() : action.getCauses();
    }

    /** The first cause of a type, or null. */
    public <T extends Cause> @Nullable T getCause(Class<T> type) {
        return getCauses().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void addAction(Action action) {
        super.addAction(action);
        if (action instanceof RunAction2 own) {
            own.onAttached(this);
        }
    }

    /** Puts back what was saved with the build. */
    @HostOnly
    protected void restoreActions(List<? extends Action> saved) {
        for (Action action : saved) {
            super.addAction(action);
            if (action instanceof RunAction2 own) {
                own.onLoad(this);
            }
        }
    }
}
