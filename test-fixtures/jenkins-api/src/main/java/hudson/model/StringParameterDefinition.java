package hudson.model;

/** A parameter that is any text. */
public class StringParameterDefinition extends SimpleParameterDefinition {
    private final String defaultValue;

    /** Of that name and default. */
    public StringParameterDefinition(String name, String defaultValue) {
        super(name);
        this.defaultValue = defaultValue;
    }

    @Override
    public StringParameterValue getDefaultParameterValue() {
        return new StringParameterValue(getName(), defaultValue);
    }

    @Override
    public ParameterValue createValue(String value) {
        return new StringParameterValue(getName(), value);
    }
}
