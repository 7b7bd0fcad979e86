package hudson.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a build. */
public class ParametersAction implements Action {
    private final List<ParameterValue> parameters;

    /** With these values. */
    public ParametersAction(List<ParameterValue> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /** The values. */
    public List<ParameterValue> getParameters() {
        return parameters;
    }

    /** A value by its name, or null. */
    public @Nullable ParameterValue getParameter(String name) {
        return parameters.stream()
                .filter(value -> value.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Parameters";
    }

    @Override
    public String getUrlName() {
        return "parameters";
    }
}
