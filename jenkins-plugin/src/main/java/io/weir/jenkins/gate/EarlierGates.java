package io.weir.jenkins.gate;

import hudson.model.Job;
import hudson.model.Run;
import io.weir.gate.GateResult;
import org.jspecify.annotations.Nullable;

/** What gates of earlier builds have kept. */
public final class EarlierGates {
    /** What {@link #build} understands, as a regular expression. */
    public static final String BUILD = "lastSuccessful|lastStable|[1-9][0-9]{0,8}";

    private EarlierGates() {}

    /**
     * An earlier build of the job.
     *
     * @param name {@code lastSuccessful}, {@code lastStable} or a number
     * @param now the build that asks
     * @return null if there is none, or it is the one that asks
     */
    public static @Nullable Run<?, ?> build(String name, Run<?, ?> now) {
        Job<?, ?> job = now.getParent();
        Run<?, ?> found = switch (name) {
            case "lastSuccessful" -> job.getLastSuccessfulBuild();
            case "lastStable" -> job.getLastStableBuild();
            default -> job.getBuildByNumber(Integer.parseInt(name));
        };
        return found == null || found.getNumber() == now.getNumber() ? null : found;
    }

    /** How a build is named as a baseline. */
    public static String name(Run<?, ?> build) {
        return build.getParent().getFullName() + " #" + build.getNumber();
    }

    /** The profile that the last gate of that step and subject took in a build, unchecked; null if there is none. */
    public static byte @Nullable [] profile(Run<?, ?> build, String gate, String subject) {
        return last(build, gate, subject, GateFiles::profile);
    }

    /** What the last gate of that step and subject found of its model in a build, unchecked; null if there is none. */
    public static byte @Nullable [] evaluation(Run<?, ?> build, String gate, String subject) {
        return last(build, gate, subject, GateFiles::evaluationBytes);
    }

    private interface Part {
        byte @Nullable [] of(GateFiles files, int number);
    }

    private static byte @Nullable [] last(Run<?, ?> build, String gate, String subject, Part part) {
        GateFiles files = new GateFiles(build.getRootDir().toPath());
        byte[] found = null;
        for (GateFiles.Numbered each : files.results()) {
            GateResult result = each.result();
            if (result.gate().equals(gate) && result.subject().equals(subject)) {
                byte[] bytes = part.of(files, each.number());
                found = bytes == null ? found : bytes;
            }
        }
        return found;
    }
}
