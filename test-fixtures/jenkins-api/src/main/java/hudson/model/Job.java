package hudson.model;

import hudson.ExtensionPoint;
import io.weir.fixtures.jenkinsapi.HostOnly;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** Something that can be built. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint {
    /** For the host, which makes its own. */
    @HostOnly
    protected Job() {}

    /** The newest build, or null. */
    public abstract @Nullable RunT getLastBuild();

    /** A build by its number, or null. */
    public abstract @Nullable RunT getBuildByNumber(int number);

    /** The newest build that is over and came to UNSTABLE or better, or null. */
    public @Nullable RunT getLastSuccessfulBuild() {
        return lastOver(Result.UNSTABLE);
    }

    /** The newest build that is over and came to SUCCESS, or null. */
    public @Nullable RunT getLastStableBuild() {
        return lastOver(Result.SUCCESS);
    }

    private @Nullable RunT lastOver(Result worst) {
        for (RunT run = getLastBuild(); run != null; run = run.getPreviousBuild()) {
            Result result = run.getResult();
            if (!run.isBuilding() && result != null && !result.isWorseThan(worst)) {
                return run;
            }
        }
        return null;
    }

    /** The property of a type, or null. */
    public abstract <T extends JobProperty> @Nullable T getProperty(Class<T> type);

    /** Whether it may be built now. */
    public abstract boolean isBuildable();

    /** Its directory. */
    public abstract File getRootDir();
}
