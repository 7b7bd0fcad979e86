package org.jenkinsci.plugins.workflow.steps;

import java.io.IOException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a running step sees of its surroundings, and where it puts its result. */
public abstract class StepContext implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The contextual object of a type, such as the build or its log, or null. */
    public abstract <T> @Nullable T get(Class<T> key) throws IOException, InterruptedException;

    /** Ends the step well. */
    public abstract void onSuccess(@Nullable Object result);

    /** Ends the step badly. */
    public abstract void onFailure(Throwable failure);
}
