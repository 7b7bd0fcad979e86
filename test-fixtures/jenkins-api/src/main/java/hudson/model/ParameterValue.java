package hudson.model;

import org.jspecify.annotations.Nullable;

/** A parameter's value for one build. */
public abstract class ParameterValue {
    /** Its name. */
    protected final String name;

    /** Of that name. */
    protected ParameterValue(String name) {
        this.name = name;
    }

    /** Its name. */
    public final String getName() {
        return name;
    }

    /** Its value. */
    public @Nullable Object getValue() {
        return null;
    }
}
