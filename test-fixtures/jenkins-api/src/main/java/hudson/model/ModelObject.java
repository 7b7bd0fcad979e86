package hudson.model;

import org.jspecify.annotations.Nullable;

/** Something with a name for people. */
public interface ModelObject {
    /** The name; null where there is nothing to show. */
    @Nullable
    String getDisplayName();
}
