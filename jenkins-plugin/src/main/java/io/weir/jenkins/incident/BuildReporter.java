package io.weir.jenkins.incident;

import hudson.Extension;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.listeners.RunListener;
import io.weir.incident.Outcome;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Says by itself that a build has started, and that it failed or was aborted without saying anything. */
@Extension
public final class BuildReporter extends RunListener<Run<?, ?>> {
    private static final Logger LOGGER = Logger.getLogger(BuildReporter.class.getName());

    @Override
    public void onStarted(Run<?, ?> run, TaskListener listener) {
        IncidentAction action = run.getAction(IncidentAction.class);
        if (action != null) {
            report(run, action, Outcome.STARTED, "");
        }
    }

    @Override
    public void onCompleted(Run<?, ?> run, TaskListener listener) {
        IncidentAction action = run.getAction(IncidentAction.class);
        Result result = run.getResult();
        if (action == null || result == null || action.hasSpoken()) {
            return;
        }
        if (result == Result.ABORTED) {
            report(run, action, Outcome.ABORTED, "the build was aborted");
        } else if (result.isWorseThan(Result.UNSTABLE)) {
            report(run, action, Outcome.FAILED, "the build ended with " + result);
        }
    }

    private static void report(Run<?, ?> run, IncidentAction action, Outcome outcome, String note) {
        try {
            BuildReports.report(run, action, outcome, note);
        } catch (IOException e) {
            LOGGER.log(Level.SEVERE, e, () -> "can't note that " + run + " is " + outcome.id());
        }
    }
}
