package io.weir.jenkins.storage;

import java.nio.file.Path;
import jenkins.model.Jenkins;

/** Where the plugin's files lie. */
public final class WeirHome {
    private WeirHome() {}

    /** A directory of the plugin, {@code $JENKINS_HOME/weir/<name>}; it need not exist yet. */
    public static Path directory(String name) {
        return Jenkins.get().getRootDir().toPath().resolve("weir").resolve(name);
    }
}
