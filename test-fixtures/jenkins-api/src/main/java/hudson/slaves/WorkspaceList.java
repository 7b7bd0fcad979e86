package hudson.slaves;

import hudson.FilePath;
import org.jspecify.annotations.Nullable;

/** Workspaces in use, and what lies beside them. */
public final class WorkspaceList {
    private static final String SUFFIX = "@tmp";

    private WorkspaceList() {}

    /** A directory for temporary files of steps beside a workspace; it need not exist. Null if there can't be any. */
    public static @Nullable FilePath tempDir(FilePath workspace) {
        return workspace.sibling(workspace.getName() + SUFFIX);
    }
}
