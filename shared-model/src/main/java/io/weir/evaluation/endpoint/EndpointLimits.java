package io.weir.evaluation.endpoint;

import java.time.Duration;

/**
 * How much an endpoint is asked at once, and how long it is waited for.
 *
 * @param batch rows of a request
 * @param concurrency requests at a time
 * @param connect until a connection stands
 * @param request from sending a request to the last byte of its answer
 * @param total for everything, readiness included
 * @param ready that a model may take to become ready; zero asks neither that nor what it takes
 * @param retries of one request after 429, 503 and broken connections
 * @param answerBytes of one answer at most
 */
public record EndpointLimits(
        int batch,
        int concurrency,
        Duration connect,
        Duration request,
        Duration total,
        Duration ready,
        int retries,
        int answerBytes) {
    /**
     * 128 rows a request, two at a time, ten seconds to connect, thirty a request, one hour in all, a minute to become ready, four
     * retries, 16 MiB an answer: a served model of a CI has one or two cores, and a batch of some hundred rows hides the way there.
     */
    public static final EndpointLimits DEFAULT = new EndpointLimits(
            128,
            2,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofMinutes(1),
            4,
            16 << 20);

    /** The same with another number of rows and of requests at a time. */
    public EndpointLimits with(int rows, int requests) {
        return new EndpointLimits(rows, requests, connect, request, total, ready, retries, answerBytes);
    }
}
