package io.weir.jenkins.gate;

import hudson.model.Run;
import io.weir.gate.GateResult;
import org.jspecify.annotations.Nullable;

/** Profiles that earlier builds have kept. */
public final class GateProfiles {
    private GateProfiles() {}

    /** The profile that the last gate of that step and subject took in a build, unchecked; null if there is none. */
    public static byte @Nullable [] find(Run<?, ?> build, String gate, String subject) {
        GateFiles files = new GateFiles(build.getRootDir().toPath());
        byte[] found = null;
        for (GateFiles.Numbered each : files.results()) {
            GateResult result = each.result();
            if (result.gate().equals(gate) && result.subject().equals(subject)) {
                byte[] profile = files.profile(each.number());
                found = profile == null ? found : profile;
            }
        }
        return found;
    }
}
