package jenkins.model;

import hudson.model.Action;
import hudson.model.BuildableItem;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Run;
import hudson.triggers.Trigger;
import hudson.triggers.TriggerDescriptor;
import io.weir.fixtures.jenkinsapi.Controllers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all jobs share that have triggers and parameters. */
public abstract class ParameterizedJobMixIn<
        JobT extends Job<JobT, RunT> & ParameterizedJobMixIn.ParameterizedJob<JobT, RunT> & Queue.Task,
        RunT extends Run<JobT, RunT> & Queue.Executable> {
    private ParameterizedJobMixIn() {}

    /** Queues a build; null if the job can't be built. */
    public static Queue.@Nullable Item scheduleBuild2(Job<?, ?> job, int quietPeriod, Action... actions) {
        return job.isBuildable() ? Controllers.current().schedule(job, quietPeriod, List.of(actions)) : null;
    }

    /** A job that has triggers and parameters. */
    @SuppressWarnings("rawtypes")
    public interface ParameterizedJob<
                    JobT extends Job<JobT, RunT> & ParameterizedJobMixIn.ParameterizedJob<JobT, RunT> & Queue.Task,
                    RunT extends Run<JobT, RunT> & Queue.Executable>
            extends BuildableItem {
        /** Its triggers. */
        Map<TriggerDescriptor, Trigger<?>> getTriggers();
    }
}
