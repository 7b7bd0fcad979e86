package hudson.model;

import org.jspecify.annotations.Nullable;

/** Data without a page. */
public abstract class InvisibleAction implements Action {
    @Override
    public final @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public final @Nullable String getDisplayName() {
        return null;
    }

    @Override
    public @Nullable String getUrlName() {
        return null;
    }
}
