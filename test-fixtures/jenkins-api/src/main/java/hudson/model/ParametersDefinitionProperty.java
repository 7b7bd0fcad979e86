package hudson.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters that a job declares. */
public class ParametersDefinitionProperty extends JobProperty<Job<?, ?>> {
    private final List<ParameterDefinition> definitions;

    /** With these definitions. */
    public ParametersDefinitionProperty(List<ParameterDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    /** All of them. */
    public List<ParameterDefinition> getParameterDefinitions() {
        return definitions;
    }

    /** One by its name, or null. */
    public @Nullable ParameterDefinition getParameterDefinition(String name) {
        return definitions.stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
