package io.weir.jenkins.trigger;

import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.SimpleParameterDefinition;
import io.weir.incident.Incident;
import io.weir.jenkins.incident.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Values for the parameters that a job declares: ours for ours, their defaults for all others. */
final class IncidentParameters {
    private static final Logger LOGGER = Logger.getLogger(IncidentParameters.class.getName());

    private IncidentParameters() {}

    /** The parameters of a build, or null if the job declares none. */
    static @Nullable ParametersAction of(Job<?, ?> job, Incident incident) {
        ParametersDefinitionProperty declared = job.getProperty(ParametersDefinitionProperty.class);
        if (declared == null) {
            return null;
        }
        Map<String, String> ours = Map.of(
                "INCIDENT_ID", incident.id(),
                "INCIDENT_SERVICE", Services.of(incident),
                "INCIDENT_SEVERITY", incident.severity().id(),
                "INCIDENT_TITLE", incident.title());
        List<ParameterValue> values = new ArrayList<>();
        for (ParameterDefinition definition : declared.getParameterDefinitions()) {
            ParameterValue value = value(definition, ours.get(definition.getName()));
            if (value != null) {
                values.add(value);
            }
        }
        return new ParametersAction(values);
    }

    private static @Nullable ParameterValue value(ParameterDefinition definition, @Nullable String ours) {
        if (ours != null && definition instanceof SimpleParameterDefinition simple) {
            try {
                return simple.createValue(ours);
            } catch (IllegalArgumentException e) {
                LOGGER.log(
                        Level.WARNING, e, () -> definition.getName() + " can't be '" + ours + "'; its default is used");
            }
        }
        return definition.getDefaultParameterValue();
    }
}
