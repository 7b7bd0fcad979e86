package org.kohsuke.stapler;

import org.jspecify.annotations.Nullable;

/** Is asked before each request to it who answers; a place to refuse whoever may not see it. */
public interface StaplerProxy {
    /** Who answers: itself, something else, or null for nobody. */
    @Nullable
    Object getTarget();
}
