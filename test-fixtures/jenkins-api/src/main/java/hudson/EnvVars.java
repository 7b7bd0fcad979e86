package hudson;

import java.util.Map;
import java.util.TreeMap;

/** Variables of an environment. */
public class EnvVars extends TreeMap<String, String> {
    private static final long serialVersionUID = 1L;

    /** None. */
    public EnvVars() {
        super(String.CASE_INSENSITIVE_ORDER);
    }

    /** Copies them. */
    public EnvVars(Map<String, String> variables) {
        this();
        putAll(variables);
    }
}
