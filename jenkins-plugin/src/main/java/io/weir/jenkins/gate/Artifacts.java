package io.weir.jenkins.gate;

import hudson.model.Run;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Archived files of a build, where Jenkins keeps them beside it. */
final class Artifacts {
    private static final String ARCHIVE = "archive";

    private Artifacts() {}

    /** Address relative to Jenkins' root of the artifact with that path; empty if there is none. */
    static String url(Run<?, ?> run, String path) {
        try {
            Path archive = run.getRootDir().toPath().resolve(ARCHIVE);
            Path file = archive.resolve(path).normalize();
            if (path.isEmpty() || !file.startsWith(archive) || !Files.isRegularFile(file)) {
                return "";
            }
            return run.getUrl() + "artifact/"
                    + Arrays.stream(path.split("/", -1))
                            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)
                                    .replace("+", "%20"))
                            .collect(Collectors.joining("/"));
        } catch (InvalidPathException e) {
            return "";
        }
    }
}
