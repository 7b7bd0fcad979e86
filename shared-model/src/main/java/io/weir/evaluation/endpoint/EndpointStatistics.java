package io.weir.evaluation.endpoint;

import io.weir.evaluation.verdict.Numbers;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an endpoint answered requests for predictions.
 *
 * @param requests that were answered
 * @param predictions rows that were answered
 * @param seconds in which any request was under way or prepared, all together
 * @param request milliseconds from sending a request to the last byte of its answer
 * @param prediction the same for each row: a request's milliseconds over its rows
 * @param retries requests that were sent again
 * @param errors by what went wrong, such as {@code 503} or {@code timeout}: how often, those that a retry mended among them
 * @param bytesSent of requests' bodies
 * @param bytesReceived of answers' bodies
 */
public record EndpointStatistics(
        long requests,
        long predictions,
        double seconds,
        Quantiles request,
        Quantiles prediction,
        long retries,
        Map<String, Long> errors,
        long bytesSent,
        long bytesReceived) {

    /** Copies the map, in order of its keys. */
    public EndpointStatistics {
        errors = java.util.Collections.unmodifiableMap(new TreeMap<>(errors));
    }

    /**
     * Quantiles of a latency, in milliseconds; of more than 256 values each is within 1 % of all values of the one meant. NaN if
     * there are no values.
     */
    public record Quantiles(double p50, double p95, double p99, double max) {}

    /** Predictions a second, all requests under way together; NaN if there are none. */
    public double throughput() {
        return predictions == 0 ? Double.NaN : predictions / seconds;
    }

    /** A sentence for people. */
    public String summary() {
        if (requests == 0) {
            return "no request was answered" + (errors.isEmpty() ? "." : "; errors: " + errors + ".");
        }
        return Numbers.count(predictions) + " predictions by " + Numbers.count(requests) + " requests in "
                + Numbers.shown(seconds) + " s (" + Numbers.shown(throughput()) + " a second); a request took "
                + shown(request) + " ms, a prediction " + shown(prediction) + " ms (p50, p95, p99)"
                + (errors.isEmpty() ? "." : "; " + retries + " retries, errors: " + errors + ".");
    }

    private static String shown(Quantiles quantiles) {
        return Numbers.shown(quantiles.p50()) + ", " + Numbers.shown(quantiles.p95()) + ", "
                + Numbers.shown(quantiles.p99());
    }
}
