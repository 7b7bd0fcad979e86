package io.weir.gate.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.evaluation.check.Finding;
import io.weir.evaluation.endpoint.AddressPolicy;
import io.weir.evaluation.endpoint.EndpointSettings;
import io.weir.evaluation.endpoint.EndpointSettingsReader;
import io.weir.evaluation.endpoint.EndpointStatistics;
import io.weir.evaluation.verdict.Numbers;
import io.weir.evaluation.verdict.Verdict;
import io.weir.json.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * A model that is asked for its predictions over HTTP.
 *
 * @param settings where it is and how it is asked
 * @param maxLatency milliseconds that 95 of 100 requests may take; NaN for any
 * @param policy which addresses may be talked to
 * @param token bearer token, or null
 */
public record ServedModel(
        EndpointSettings settings,
        double maxLatency,
        AddressPolicy policy,
        @Nullable String token) {
    private static final String MAX_LATENCY = "max_latency_p95";
    private static final double MOST_MILLIS = 86_400_000;

    /**
     * Reads settings, those of {@link EndpointSettingsReader} and {@value #MAX_LATENCY}.
     *
     * @throws io.weir.json.InvalidJsonException naming the field, the value and what is allowed
     */
    public static ServedModel read(ObjectNode settings, String what, AddressPolicy policy, @Nullable String token) {
        JsonFields fields = new JsonFields(settings, what);
        double latency = fields.has(MAX_LATENCY) ? fields.number(MAX_LATENCY, 0, MOST_MILLIS) : Double.NaN;
        ObjectNode others = settings.deepCopy();
        others.remove(MAX_LATENCY);
        return new ServedModel(EndpointSettingsReader.read(others, what), latency, policy, token);
    }

    /** How fast it answered, as a finding. */
    Finding latency(EndpointStatistics statistics) {
        double p95 = statistics.request().p95();
        boolean slow = p95 > maxLatency;
        return new Finding(
                "endpoint_latency",
                settings.url().toString(),
                p95,
                slow ? Verdict.FAIL : Verdict.PASS,
                statistics.summary()
                        + (Double.isNaN(maxLatency)
                                ? ""
                                : " Of 100 requests, 95 may take " + Numbers.shown(maxLatency) + " ms at most."));
    }

    /** Shows everything but the token. */
    @Override
    public String toString() {
        return "ServedModel[" + settings.url() + "]";
    }
}
