package io.weir.evaluation.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a served model is spoken with. */
public enum InferenceProtocol {
    /** Open Inference Protocol, version 2. */
    V2,
    /** MLflow's scoring server. */
    MLFLOW;

    /** As settings say it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The protocol of that name.
     *
     * @throws IllegalArgumentException naming it and both that there are
     */
    public static InferenceProtocol of(String name) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no protocol; there are "
                        + Arrays.stream(values()).map(InferenceProtocol::id).collect(Collectors.joining(", "))));
    }
}
