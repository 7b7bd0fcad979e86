package hudson.model;

import hudson.ExtensionPoint;
import org.jspecify.annotations.Nullable;

/** A parameter that a job declares. */
public abstract class ParameterDefinition implements ExtensionPoint {
    private final String name;

    /** Of that name. */
    protected ParameterDefinition(String name) {
        this.name = name;
    }

    /** Its name. */
    public String getName() {
        return name;
    }

    /** Its value where nobody gives one, or null. */
    public @Nullable ParameterValue getDefaultParameterValue() {
        return null;
    }
}
