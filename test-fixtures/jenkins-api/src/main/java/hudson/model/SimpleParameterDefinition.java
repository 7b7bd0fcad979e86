package hudson.model;

/** A parameter whose value can be given as text. */
public abstract class SimpleParameterDefinition extends ParameterDefinition {
    /** Of that name. */
    protected SimpleParameterDefinition(String name) {
        super(name);
    }

    /**
     * The value of that text.
     *
     * @throws IllegalArgumentException if the definition does not allow it
     */
    public abstract ParameterValue createValue(String value);
}
