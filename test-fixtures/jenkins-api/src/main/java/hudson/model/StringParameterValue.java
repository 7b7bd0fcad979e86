package hudson.model;

/** A text. */
public class StringParameterValue extends ParameterValue {
    private final String value;

    /** Of that name and value. */
    public StringParameterValue(String name, String value) {
        super(name);
        this.value = value;
    }

    @Override
    public String getValue() {
        return value;
    }
}
