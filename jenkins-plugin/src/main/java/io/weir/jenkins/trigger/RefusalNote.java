package io.weir.jenkins.trigger;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.weir.jenkins.access.StartRules;
import org.jspecify.annotations.Nullable;

/** Tells in the log of a build that its trigger is without effect, and why: its Jenkinsfile's author looks there first. */
@Extension
public final class RefusalNote extends RunListener<Run<?, ?>> {
    @Override
    public void onCompleted(Run<?, ?> run, @Nullable TaskListener listener) {
        if (listener == null || IncidentTrigger.of(run.getParent()) == null) {
            return;
        }
        String refusal = StartRules.refusal(run.getParent());
        if (refusal != null) {
            listener.getLogger().println("[weir] incidents do not start this job: " + refusal);
        }
    }
}
