package io.weir.jenkins.validation;

import hudson.AbortException;
import hudson.model.Run;
import io.weir.gate.GateReference;
import io.weir.jenkins.gate.EarlierGates;
import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Finds the baseline that the controller has to send to the agent. */
final class Baselines {
    private Baselines() {}

    /** The baseline; null if there is to be none, if it is a file of the workspace, or if it is not there and need not be. */
    static @Nullable StoredBaseline find(Parameters parameters, Run<?, ?> build, PrintStream log) throws IOException {
        BaselineReference asked = BaselineReference.parse(parameters.baseline);
        if (asked == null) {
            return null;
        }
        return switch (asked.kind()) {
            case FILE -> null;
            case PROFILE ->
                orMissing(
                        StoredProfiles.find(asked, build), asked, parameters, log, "Elasticsearch has no such profile");
            case BUILD ->
                orMissing(
                        ofBuild(asked, parameters, build),
                        asked,
                        parameters,
                        log,
                        "no such build has kept the profile of that data set");
        };
    }

    private static @Nullable StoredBaseline orMissing(
            @Nullable StoredBaseline found, BaselineReference asked, Parameters parameters, PrintStream log, String why)
            throws AbortException {
        if (found == null && parameters.requireBaseline) {
            throw new AbortException("validateData: baseline '" + asked.words() + "' is not there: " + why
                    + "; before there is a first one, say requireBaseline: false");
        }
        if (found == null) {
            log.println("[weir] no baseline yet: " + asked.words() + " is not there (" + why + ")");
        }
        return found;
    }

    private static @Nullable StoredBaseline ofBuild(BaselineReference asked, Parameters parameters, Run<?, ?> build) {
        Run<?, ?> earlier = EarlierGates.build(asked.name(), build);
        if (earlier == null) {
            return null;
        }
        byte[] profile = EarlierGates.profile(earlier, ValidateDataExecution.GATE, parameters.subject());
        return profile == null
                ? null
                : new StoredBaseline(profile, GateReference.BUILD, EarlierGates.name(earlier), asked.words());
    }
}
