package io.weir.evaluation.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is served and how it is asked; {@link EndpointSettingsReader} reads it, {@code docs/evaluation.md} has every field.
 *
 * @param url without what the protocol adds: {@code http://churn:8080}
 * @param model its name; MLflow serves one model and needs none
 * @param version null leaves it to the server
 * @param features columns that are sent, in the model's order
 * @param types of features, where the model does not say or the data does not tell
 * @param input name of the one tensor that holds all features; null is told from the model
 * @param outputs column: what it is called in the answer; empty takes everything under the names of the answer
 */
public record EndpointSettings(
        URI url,
        InferenceProtocol protocol,
        @Nullable String model,
        @Nullable String version,
        List<String> features,
        Map<String, Datatype> types,
        @Nullable String input,
        Map<String, String> outputs,
        MissingValues missing,
        EndpointLimits limits) {

    /** Copies lists and maps. */
    public EndpointSettings {
        features = List.copyOf(features);
        types = Map.copyOf(types);
        outputs = Map.copyOf(outputs);
    }

    /** The same, but with other limits. */
    public EndpointSettings with(EndpointLimits other) {
        return new EndpointSettings(url, protocol, model, version, features, types, input, outputs, missing, other);
    }
}
